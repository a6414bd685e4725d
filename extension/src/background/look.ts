import { refreshFigures } from "./figures.ts";
import { lookAtNews } from "./news/look-at-news.ts";

/** The popup was opened: figures are read anew with what changed since the last look, and news counts as seen. */
export async function look(): Promise<void> {
  await refreshFigures({ isLook: true });
  await lookAtNews();
}
