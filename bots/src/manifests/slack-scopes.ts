/** What the app asks of a workspace, and what for. Files: cards. History: finding a message whose fate is not known. */
export const SLACK_SCOPES = [
  "commands",
  "chat:write",
  "files:write",
  "im:write",
  "users:read",
  "channels:read",
  "channels:history",
  "groups:read",
  "groups:history",
] as const;
