export { createKey } from "./create-key.ts";
