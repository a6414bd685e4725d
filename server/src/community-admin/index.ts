export { createManageLink, openManageSession } from "./manage-tokens.ts";
export { mountCommunityAdmin } from "./routes.ts";
export { saveSettings } from "./save-settings.ts";
