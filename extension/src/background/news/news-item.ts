import type { Dashboard } from "@beatpass/shared/contracts";
import { storage } from "wxt/utils/storage";
import type { Notice } from "../../storage/settings.ts";

/** What was heard from the server, so that nothing is told twice and nothing from before at all. */
export type News = {
  /** Ids of announcements that were read, the newest first; absent before the first reading, where news begins. */
  known?: string[];
  /** When the newest of them occurred; later readings begin some time before it. */
  newest?: string;
  /** Those of them that nobody has looked at yet. */
  unseen: string[];
  /** Kinds that were switched on since the last reading: they begin with the next one. */
  hush: Notice[];
  /** The best rank that was told, until somebody looked. */
  rank?: NonNullable<Dashboard["rank"]>;
  /** Readings in a row that failed, and the instant (epoch ms) before which none is tried again by itself. */
  failures: number;
  notBefore: number;
};

export const NO_NEWS: News = { unseen: [], hush: [], failures: 0, notBefore: 0 };

export const newsItem = storage.defineItem<News>("local:news", { fallback: NO_NEWS });
