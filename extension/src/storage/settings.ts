import type { Locale } from "@beatpass/shared/contracts";
import { storage } from "wxt/utils/storage";

export const LANGUAGES = ["browser", "en", "fr"] as const satisfies readonly ("browser" | Locale)[];
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
/** Kinds of news that a notification can tell of. */
export const NOTICES = ["level-up", "unlock", "rank", "sale"] as const;
export type Notice = (typeof NOTICES)[number];

/** What a person chose in the options. Everything that speaks up by itself is off until asked for. */
export type Settings = {
  language: Language;
  theme: Theme;
  /** On the BeatPass site: our menu on right-click and menu key; and on a long press. */
  menu: boolean;
  longPress: boolean;
  badge: boolean;
  notify: Record<Notice, boolean>;
  /** Whether a sale's notification names the amount; it may show on a locked screen. */
  saleAmount: boolean;
};

export const DEFAULT_SETTINGS: Settings = {
  language: "browser",
  theme: "system",
  menu: true,
  longPress: true,
  badge: false,
  notify: { "level-up": false, unlock: false, rank: false, sale: false },
  saleAmount: false,
};

/** Settings as stored: a version that did not know a switch yet has not written it. */
type Stored = Partial<Omit<Settings, "notify">> & { notify?: Partial<Settings["notify"]> };

/**
 * A switch that is new takes its default when read; one that changes its name or meaning raises the version and
 * gets its step in `migrations`, from the version before.
 */
const storedSettings = storage.defineItem<Stored>("local:settings", { fallback: {}, version: 1, migrations: {} });

const complete = (stored: Stored): Settings => ({
  ...DEFAULT_SETTINGS,
  ...stored,
  notify: { ...DEFAULT_SETTINGS.notify, ...stored.notify },
});

/** What was chosen, completed by the defaults. */
export const readSettings = async (): Promise<Settings> => complete(await storedSettings.getValue());

export const saveSettings = (settings: Settings): Promise<void> => storedSettings.setValue(settings);

/** Calls with the settings at each change, of whatever page. @returns what ends it */
export const watchSettings = (heard: (settings: Settings) => void): (() => void) =>
  storedSettings.watch((stored) => heard(complete(stored ?? {})));
