import { viewItem } from "../../storage/items.ts";
import { inTurn } from "../in-turn.ts";
import { showBadge } from "./badge.ts";
import { newsItem } from "./news-item.ts";
import { clearNotifications } from "./notify.ts";

/** The person looked: nothing is unseen any more, and ranks count from where they are now. */
export async function lookAtNews(): Promise<void> {
  await inTurn(async () => {
    const news = await newsItem.getValue();
    const rank = (await viewItem.getValue()).figures?.dashboard.rank ?? news.rank;
    await newsItem.setValue({ ...news, unseen: [], ...(rank && { rank }) });
  });
  await showBadge();
  await clearNotifications();
}
