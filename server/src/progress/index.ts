export { dueProfileAchievements } from "./check-achievements.ts";
export { type DueEntry, type DuePlays, type Earnings, noEarnings } from "./earnings.ts";
export { type ProgressChange, settleXp } from "./settle-xp.ts";
