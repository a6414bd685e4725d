export { foldRollups } from "./fold-rollups.ts";
