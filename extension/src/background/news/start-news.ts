import type { Notice } from "../../storage/settings.ts";
import { showBadge } from "./badge.ts";
import { newsItem } from "./news-item.ts";
import { readNews } from "./read-news.ts";
import { keepWatching } from "./watch.ts";

/** Notes which kinds are about to be switched on: what happened before is not news. In the turn that switches them on. */
export async function hushNews(switchedOn: readonly Notice[]): Promise<void> {
  if (switchedOn.length === 0) return;
  const news = await newsItem.getValue();
  await newsItem.setValue({ ...news, hush: [...new Set([...news.hush, ...switchedOn])] });
}

/** After a switch was turned: the server is asked at once, so that news begins now. */
export async function startNews(): Promise<void> {
  await keepWatching();
  await showBadge();
  await readNews({ atOnce: true });
}
