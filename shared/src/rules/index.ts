export * from "./achievements/index.ts";
export * from "./eligibility.ts";
export * from "./leaderboards.ts";
export * from "./levels.ts";
export * from "./rulebook.ts";
