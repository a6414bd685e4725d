/** How soon a figure follows what happened (spec §7 "Freshness the user is promised"). */
export const FRESHNESS = ["immediate", "near-real-time", "refresh", "synced"] as const;
export type Freshness = (typeof FRESHNESS)[number];
