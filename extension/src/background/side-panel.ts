import browser from "webextension-polyfill";

/** Chromium alone has this one. */
type SidePanel = { open(options: { windowId: number }): Promise<void> };
declare const chrome: { sidePanel?: SidePanel };

/**
 * Opens the side panel (Chromium) or sidebar (Firefox). Browsers allow it in a person's click only, so that nothing may
 * be awaited before it is called.
 */
export function openSidePanel(windowId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  return windowId === undefined ? Promise.resolve() : (chrome.sidePanel?.open({ windowId }) ?? Promise.resolve());
}
