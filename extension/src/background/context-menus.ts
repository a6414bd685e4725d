import { readBeatPassLink, SUBJECT_KINDS } from "@beatpass/shared/links";
import browser, { type Menus } from "webextension-polyfill";
import { MATCHES } from "../content/site-map.ts";
import { openInsights } from "./open-pages.ts";
import { showInsights } from "./show-insights.ts";
import { openSidePanel } from "./side-panel.ts";

/** In the menu of our button in the toolbar. */
const SIDE_PANEL = "side-panel";

/** Public and backstage addresses of tracks, albums and artists (spec §8). */
const subjects = MATCHES.flatMap((match) =>
  SUBJECT_KINDS.flatMap((kind) => [`${kind}/*`, `backstage/${kind}s/*`].map((path) => match.replace(/\*$/, path))),
);

/** The browser's own menu entries, for places where the site lets that menu through. Only one matches at a time. */
export async function createContextMenus(title: string, beside: string): Promise<void> {
  await browser.contextMenus.removeAll();
  const link: Menus.CreateCreatePropertiesType = {
    id: "insights-of-link",
    title,
    contexts: ["link"],
    documentUrlPatterns: MATCHES,
    targetUrlPatterns: subjects,
  };
  const page: Menus.CreateCreatePropertiesType = {
    id: "insights-of-page",
    title,
    contexts: ["page"],
    documentUrlPatterns: subjects,
  };
  browser.contextMenus.create(link);
  browser.contextMenus.create(page);
  browser.contextMenus.create({ id: SIDE_PANEL, title: beside, contexts: ["action"] });
}

/** Shows the insights in the page; where our content script does not run, the full page opens instead. */
export async function onContextMenuClick(
  info: Pick<Menus.OnClickData, "menuItemId" | "linkUrl" | "pageUrl">,
  tab?: { id?: number | undefined; windowId?: number | undefined },
): Promise<void> {
  if (info.menuItemId === SIDE_PANEL) return openSidePanel(tab?.windowId);
  const subject = readBeatPassLink(info.linkUrl ?? info.pageUrl ?? "", info.pageUrl);
  if (!subject) return;
  const { status } = await showInsights(subject, tab);
  if (status === "elsewhere") await openInsights(subject);
}
