import { fakeBrowser } from "wxt/testing/fake-browser";

// To be imported before anything that reaches for the extension's APIs.
Object.assign(globalThis, {
  __DEMO__: true,
  __SIDE_PANEL_FROM_PAGE__: true,
  browser: fakeBrowser,
  chrome: fakeBrowser,
});
Object.assign(fakeBrowser.runtime, { getPlatformInfo: async () => ({ os: "linux", arch: "x86-64" }) });
Object.assign(fakeBrowser.i18n, { getUILanguage: () => "en-CA" });
// No content script listens in any tab.
const nobody = async () => {
  throw new Error("Could not establish connection. Receiving end does not exist.");
};
Object.assign(fakeBrowser.tabs, { sendMessage: nobody });
