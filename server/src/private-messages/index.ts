export { deliverTo, type Person, personAddress } from "./deliver-to.ts";
