export { noteHeld } from "./note-held.ts";
export { scheduleRoles } from "./schedule-roles.ts";
export { settleRoles } from "./settle-roles.ts";
