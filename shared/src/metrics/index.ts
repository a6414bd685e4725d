export * from "./completion.ts";
export * from "./days.ts";
export * from "./definitions.ts";
export * from "./engagement.ts";
export * from "./growth.ts";
export * from "./metadata.ts";
export * from "./quality-score.ts";
export * from "./upload-level.ts";
