import type { Runtime } from "webextension-polyfill";
import browser from "webextension-polyfill";
import { ContentRequest, PageRequest, type Request } from "../messaging/protocol.ts";
import { changeSettings } from "./change-settings.ts";
import { clearEverything } from "./clear-everything.ts";
import { refreshFigures } from "./figures.ts";
import { readInsights } from "./insights.ts";
import { listStored } from "./list-stored.ts";
import { look } from "./look.ts";
import { openArtists, openComparison, openInsights, showPairing } from "./open-pages.ts";
import { askForToken, cancelPairing, startPairing } from "./pairing.ts";
import { setServer } from "./set-server.ts";
import { showInsights } from "./show-insights.ts";
import { openSidePanel } from "./side-panel.ts";
import { dismissSiteReport, keepSiteReport } from "./site-report.ts";
import { readSwitches } from "./switches.ts";
import { unpair } from "./unpair.ts";

/**
 * Answers a message of our own pages and content scripts; undefined for anything else.
 * A content script lives in a web page's process, so it may ask only for what it shows.
 */
export function handleRequest(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const fromOwnPage = sender.url?.startsWith(browser.runtime.getURL("")) ?? false;
  const forAll = ContentRequest.safeParse(message);
  if (forAll.success) return answer(forAll.data, sender);
  const forPages = PageRequest.safeParse(message);
  return forPages.success && fromOwnPage ? answer(forPages.data, sender) : undefined;
}

async function answer(request: Request, { tab }: Runtime.MessageSender): Promise<unknown> {
  switch (request.type) {
    case "insights.read":
      return readInsights(request.subject, { keep: !tab?.incognito });
    case "insights.open":
      return openInsights(request.subject);
    case "insights.compare":
      return openComparison(request.subject);
    case "insights.show":
      return showInsights(request.subject, tab);
    case "artists.open":
      return openArtists();
    case "pairing.show":
      return showPairing();
    case "figures.refresh":
      return refreshFigures();
    case "figures.look":
      return look();
    case "pairing.start":
      return startPairing(request.server);
    case "pairing.ask":
      return askForToken();
    case "pairing.cancel":
      return cancelPairing();
    case "server.set":
      return setServer(request.address);
    case "unpair":
      return unpair();
    case "side.open":
      return openSidePanel(tab?.windowId);
    case "site.changed":
      return keepSiteReport(request.report);
    case "site.dismiss":
      return dismissSiteReport();
    case "switches.read":
      return readSwitches();
    case "settings.change":
      return changeSettings(request.change);
    case "storage.list":
      return listStored();
    case "everything.clear":
      return clearEverything();
  }
}
