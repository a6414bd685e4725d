export { deliverTo } from "./deliver-to.ts";
