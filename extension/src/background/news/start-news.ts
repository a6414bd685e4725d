import type { Notice } from "../../storage/settings.ts";
import { inTurn } from "../in-turn.ts";
import { showBadge } from "./badge.ts";
import { newsItem } from "./news-item.ts";
import { readNews } from "./read-news.ts";
import { keepWatching } from "./watch.ts";

/** After a switch was turned: what happened before it was on is not news, so the server is asked at once. */
export async function startNews(switchedOn: readonly Notice[]): Promise<void> {
  await inTurn(async () => {
    const news = await newsItem.getValue();
    await newsItem.setValue({ ...news, hush: [...new Set([...news.hush, ...switchedOn])] });
  });
  await keepWatching();
  await showBadge();
  await readNews({ atOnce: true });
}
