import type { SettingsChange } from "../messaging/protocol.ts";
import { NOTICES, readSettings, type Settings, saveSettings } from "../storage/settings.ts";
import { inTurn } from "./in-turn.ts";
import { hushNews, startNews } from "./news/start-news.ts";
import { tellSwitches } from "./switches.ts";

/** Keeps what the person chose, and lets everything follow that depends on it. */
export async function changeSettings({ notify, ...change }: SettingsChange): Promise<void> {
  const after = await inTurn(async () => {
    const before = await readSettings();
    const after: Settings = { ...before, ...change, notify: { ...before.notify, ...notify } };
    // First: a background that is stopped in between tells of nothing that was before the switch.
    await hushNews(NOTICES.filter((notice) => after.notify[notice] && !before.notify[notice]));
    await saveSettings(after);
    return after;
  });
  await tellSwitches(after);
  if (notify || change.badge !== undefined) await startNews();
}
