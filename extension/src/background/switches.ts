import browser from "webextension-polyfill";
import type { Switches, SwitchesChanged } from "../messaging/protocol.ts";
import { localeOf } from "../storage/locale-of.ts";
import { readSettings, type Settings } from "../storage/settings.ts";

const switchesOf = ({ menu, longPress, language, theme }: Settings): Switches => ({
  menu,
  longPress,
  locale: localeOf(language),
  theme,
});

/** What the site's pages follow; content scripts cannot read storage themselves. */
export const readSwitches = async (): Promise<Switches> => switchesOf(await readSettings());

/** Tells the pages that are open; most tabs are none of ours and hear nothing. */
export async function tellSwitches(settings: Settings): Promise<void> {
  const message: SwitchesChanged = { type: "switches.changed", switches: switchesOf(settings) };
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => undefined)),
  );
}
