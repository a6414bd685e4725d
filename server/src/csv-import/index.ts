export { type FileSummary, importFiles } from "./import-files.ts";
