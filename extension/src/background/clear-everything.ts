import browser from "webextension-polyfill";
import { inTurn } from "./in-turn.ts";
import { showBadge } from "./news/badge.ts";
import { clearNotifications } from "./news/notify.ts";
import { unpair } from "./unpair.ts";

/** Unpairs, then forgets every choice and everything kept; as if just installed. */
export async function clearEverything(): Promise<void> {
  await unpair();
  await inTurn(() => browser.storage.local.clear());
  await browser.alarms.clearAll();
  await clearNotifications();
  await showBadge();
}
