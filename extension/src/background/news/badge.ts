import browser from "webextension-polyfill";
import { readSettings } from "../../storage/settings.ts";
import { newsItem } from "./news-item.ts";

const MOST = 99;
const COLOUR = "#6d28d9";

/** Shows on the icon how much news nobody has looked at, where that is switched on. */
export async function showBadge(): Promise<void> {
  const [{ badge }, news] = await Promise.all([readSettings(), newsItem.getValue()]);
  const count = badge ? news.unseen.length : 0;
  await browser.action.setBadgeText({ text: count === 0 ? "" : count > MOST ? `${MOST}+` : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
}
