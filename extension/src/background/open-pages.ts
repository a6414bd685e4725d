import { insightsPath, PAGES, type SubjectRef } from "@beatpass/shared/links";
import browser from "webextension-polyfill";
import { sessionItem } from "./session.ts";

/** Opens the full insights page of the paired server in a tab; unpaired leads to pairing. */
export const openInsights = (subject: SubjectRef): Promise<void> => openOnServer(insightsPath(subject));

/** The same page, ready to take a second track beside the first. */
export const openComparison = (subject: SubjectRef): Promise<void> => openOnServer(`${insightsPath(subject)}?compare`);

/** Where the person connects the artists that are theirs. */
export const openArtists = (): Promise<void> => openOnServer(`${PAGES.settings}#artists`);

async function openOnServer(path: string): Promise<void> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return showPairing();
  await browser.tabs.create({ url: session.server + path });
}

/** The options page is where a tab can show the pairing code: a popup closes as soon as another page opens. */
export const showPairing = (): Promise<void> => browser.runtime.openOptionsPage();
