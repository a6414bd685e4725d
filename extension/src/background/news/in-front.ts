import browser from "webextension-polyfill";
import type { FrontAsked } from "../../messaging/protocol.ts";

/** Whether a BeatPass page is what the person has before them; only pages of the site answer, so no tab is read. */
export async function siteIsInFront(): Promise<boolean> {
  const question: FrontAsked = { type: "front.ask" };
  const tabs = await browser.tabs.query({ active: true });
  const answers = await Promise.all(
    tabs.map(({ id }) => (id === undefined ? false : browser.tabs.sendMessage(id, question).catch(() => false))),
  );
  return answers.includes(true);
}
