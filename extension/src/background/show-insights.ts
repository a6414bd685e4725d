import type { SubjectRef } from "@beatpass/shared/links";
import browser from "webextension-polyfill";
import type { InsightsShownAnswer, ShowInsights } from "../messaging/protocol.ts";

/** Opens the panel in a tab's page, not in a frame of it: there it might have no room. */
export async function showInsights(
  subject: SubjectRef,
  tab: { id?: number | undefined } | undefined,
): Promise<InsightsShownAnswer> {
  if (tab?.id === undefined) return { status: "elsewhere" };
  const message: ShowInsights = { type: "insights.show", subject };
  return browser.tabs.sendMessage(tab.id, message, { frameId: 0 }).then(
    () => ({ status: "shown" }),
    () => ({ status: "elsewhere" }),
  );
}
