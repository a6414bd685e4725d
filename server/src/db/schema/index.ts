export * from "./accounts.ts";
export * from "./activity.ts";
export * from "./announcements.ts";
export * from "./catalog.ts";
export * from "./finances.ts";
export * from "./identities.ts";
export * from "./insights.ts";
export * from "./leaderboards.ts";
