import browser from "webextension-polyfill";
import { readSettings, type Settings } from "../../storage/settings.ts";
import { sessionItem } from "../session.ts";

export const NEWS_ALARM = "news";
/** Boards and BeatPass's own figures change more slowly than this: asking more often would be for nothing. */
const EVERY_MINUTES = 5;

/** Whether anything is to be told at all: the count on the icon, or a notification. */
export const wantsNews = ({ badge, notify }: Settings): boolean => badge || Object.values(notify).includes(true);

/**
 * Sees to it that the alarm runs while there is somebody to tell. Browsers may drop alarms when they restart, so this
 * is done at every start; one that runs is left to run, or frequent starts would put it off for ever.
 */
export async function keepWatching(): Promise<void> {
  const [settings, session] = await Promise.all([readSettings(), sessionItem.getValue()]);
  if (session.status !== "paired" || !wantsNews(settings)) {
    await browser.alarms.clear(NEWS_ALARM);
  } else if (!(await browser.alarms.get(NEWS_ALARM))) {
    await browser.alarms.create(NEWS_ALARM, { periodInMinutes: EVERY_MINUTES });
  }
}
