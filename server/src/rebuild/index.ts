export { type Difference, rebuild } from "./rebuild.ts";
