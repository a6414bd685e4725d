import { readBeatPassLink } from "@beatpass/shared/links";
import browser, { type Menus } from "webextension-polyfill";
import { MATCHES } from "../content/site-map.ts";
import type { ShowInsights } from "../messaging/protocol.ts";
import { openInsights } from "./open-pages.ts";

const tracks = MATCHES.map((match) => match.replace(/\*$/, "track/*"));

/** The browser's own menu entries, for places where the site lets that menu through. Only one matches at a time. */
export async function createContextMenus(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  const link: Menus.CreateCreatePropertiesType = {
    id: "insights-of-link",
    title,
    contexts: ["link"],
    documentUrlPatterns: MATCHES,
    targetUrlPatterns: tracks,
  };
  const page: Menus.CreateCreatePropertiesType = {
    id: "insights-of-page",
    title,
    contexts: ["page"],
    documentUrlPatterns: tracks,
  };
  browser.contextMenus.create(link);
  browser.contextMenus.create(page);
}

/** Shows the insights in the page; where our content script does not run, the full page opens instead. */
export async function onContextMenuClick(
  info: Pick<Menus.OnClickData, "linkUrl" | "pageUrl">,
  tab?: { id?: number | undefined },
): Promise<void> {
  const subject = readBeatPassLink(info.linkUrl ?? info.pageUrl ?? "", info.pageUrl);
  if (subject?.kind !== "track") return;
  const message: ShowInsights = { type: "insights.show", subject };
  if (tab?.id === undefined) return openInsights(subject);
  await browser.tabs.sendMessage(tab.id, message).catch(() => openInsights(subject));
}
