export { memberRejoined, noticeRejoin } from "./member-rejoined.ts";
export { settleRoles } from "./settle-roles.ts";
