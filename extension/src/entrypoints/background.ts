import "../background/without-eval.ts";
import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { createContextMenus, onContextMenuClick } from "../background/context-menus.ts";
import { forgetFigures } from "../background/forget-figures.ts";
import { handleRequest } from "../background/handle-request.ts";
import { keepStorageToOurselves } from "../background/keep-storage.ts";
import { showBadge } from "../background/news/badge.ts";
import { listenForClicks } from "../background/news/notify.ts";
import { readNews } from "../background/news/read-news.ts";
import { keepWatching, NEWS_ALARM } from "../background/news/watch.ts";
import { askForToken, PAIRING_ALARM } from "../background/pairing.ts";

export default defineBackground({ type: "module", main });

function main(): void {
  browser.runtime.onMessage.addListener(handleRequest);
  browser.contextMenus.onClicked.addListener(onContextMenuClick);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PAIRING_ALARM) return askForToken();
    if (name === NEWS_ALARM) return readNews();
  });
  listenForClicks();
  browser.permissions.onAdded.addListener(listenForClicks);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await createContextMenus(browser.i18n.getMessage("menuInsights"), browser.i18n.getMessage("menuBeside"));
    if (reason === "update") await forgetFigures();
  });
  // A browser restart may have cleared the alarm; a pairing that still waits is taken up again.
  void keepStorageToOurselves().then(askForToken);
  void keepWatching().then(showBadge);
}
