export { dueAchievements } from "./check-achievements.ts";
export { deriveXp } from "./derive-xp.ts";
export { type DueEntry, type DuePlays, type Earnings, noEarnings } from "./earnings.ts";
export { deriveHolders } from "./holders.ts";
export { readAchievements } from "./read-achievements.ts";
export { readProgress } from "./read-progress.ts";
export { readSources } from "./read-sources.ts";
export { mountProgress } from "./routes.ts";
export { type ProgressChange, settleAll, settleXp } from "./settle-xp.ts";
