import type { SettingsChange } from "../../messaging/protocol.ts";
import { send } from "../../messaging/send.ts";

/** Has a choice kept; the page follows what is stored. */
export const change = (change: SettingsChange): void => void send({ type: "settings.change", change });
