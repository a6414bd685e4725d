import type { SettingsChange } from "../messaging/protocol.ts";
import { readSettings, type Settings, saveSettings } from "../storage/settings.ts";
import { inTurn } from "./in-turn.ts";
import { tellSwitches } from "./switches.ts";

/** Keeps what the person chose, and lets everything follow that depends on it. */
export async function changeSettings({ notify, ...change }: SettingsChange): Promise<void> {
  const settings = await inTurn(async () => {
    const before = await readSettings();
    const after: Settings = { ...before, ...change, notify: { ...before.notify, ...notify } };
    await saveSettings(after);
    return after;
  });
  await tellSwitches(settings);
}
