export { memberRejoined, noticeRejoin } from "./member-rejoined.ts";
export { noteHeld } from "./note-held.ts";
export { settleRoles } from "./settle-roles.ts";
