import browser from "webextension-polyfill";
import type { StoredItem } from "../messaging/protocol.ts";

/** Versions are kept beside the item whose they are, under its name with a "$". */
const VERSION = /\$$/;

/** Everything that is kept in this browser, with its size; no contents, since they hold the session's secret. */
export async function listStored(): Promise<StoredItem[]> {
  const sizes = new Map<string, number>();
  for (const [key, value] of Object.entries(await browser.storage.local.get())) {
    const name = key.replace(VERSION, "");
    const bytes = new TextEncoder().encode(key + JSON.stringify(value)).length;
    sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => a.name.localeCompare(b.name));
}
