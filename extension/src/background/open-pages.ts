import { insightsPath, type SubjectRef } from "@beatpass/shared/links";
import browser from "webextension-polyfill";
import { sessionItem } from "./session.ts";

/** Opens the full insights page of the paired server in a tab; unpaired leads to pairing. */
export async function openInsights(subject: SubjectRef): Promise<void> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return showPairing();
  await browser.tabs.create({ url: session.server + insightsPath(subject) });
}

/** The options page is where a tab can show the pairing code: a popup closes as soon as another page opens. */
export const showPairing = (): Promise<void> => browser.runtime.openOptionsPage();
