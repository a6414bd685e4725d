export { createManageLink, openManageSession } from "./manage-tokens.ts";
export { saveSettings } from "./save-settings.ts";
