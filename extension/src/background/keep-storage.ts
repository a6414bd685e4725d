import browser from "webextension-polyfill";

type AccessLevel = { setAccessLevel?: (options: { accessLevel: "TRUSTED_CONTEXTS" }) => Promise<void> };

/** Where the browser can (Chromium), content scripts are shut out of the storage that holds the token. */
export async function keepStorageToOurselves(): Promise<void> {
  const area = browser.storage.local as typeof browser.storage.local & AccessLevel;
  await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
