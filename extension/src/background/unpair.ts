import { z } from "zod";
import { viewItem } from "../storage/items.ts";
import { callServer } from "./call-server.ts";
import { inTurn } from "./in-turn.ts";
import { forgetInsights } from "./kept-insights.ts";
import { showBadge } from "./news/badge.ts";
import { newsItem } from "./news/news-item.ts";
import { keepWatching } from "./news/watch.ts";
import { sessionItem } from "./session.ts";

/**
 * Forgets token and figures, then ends the session on the server too.
 * Here it ends at once and for certain; a server that cannot be reached lets it run out.
 */
export async function unpair(): Promise<void> {
  const session = await inTurn(async () => {
    const before = await sessionItem.getValue();
    await sessionItem.setValue({ status: "unpaired" });
    await viewItem.setValue({ connection: "unpaired" });
    await forgetInsights();
    await newsItem.removeValue();
    return before;
  });
  await keepWatching();
  await showBadge();
  if (session.status !== "paired") return;
  const { server, token } = session;
  await callServer({ server, token, path: "/api/auth/sign-out", body: {}, answer: z.unknown() });
}
