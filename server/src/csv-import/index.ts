export { type FileSummary, type ImportFiles, importFiles } from "./import-files.ts";
