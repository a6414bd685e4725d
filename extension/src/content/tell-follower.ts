import browser, { type Runtime } from "webextension-polyfill";
import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { FOLLOW, type FollowNews } from "../messaging/follow.ts";
import type { InPage } from "./in-page.tsx";
import { type Page, readOwn, readPage } from "./read-page.ts";

/**
 * Tells a side panel that listens what this page speaks of, as it navigates, and what was right-clicked on it. Nobody
 * listens, nothing is sent: the page itself never opens one.
 */
export function tellFollower(ctx: ContentScriptContext, inPage: InPage): void {
  const ports = new Set<Runtime.Port>();
  const tell = (news: FollowNews) => {
    for (const port of ports) port.postMessage(news);
  };
  const tellPage = (page: Page) => {
    // A frame is part of its page.
    if (window === window.parent) tell({ type: "page", found: readOwn(page) });
  };
  const onConnect = (port: Runtime.Port) => {
    if (port.name !== FOLLOW) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    tellPage(readPage(window));
  };
  browser.runtime.onConnect.addListener(onConnect);
  ctx.onInvalidated(() => {
    browser.runtime.onConnect.removeListener(onConnect);
    ports.clear();
  });
  inPage.onMenu.add((menu) => menu && tell({ type: "picked", found: menu.found }));
  // It is heard before the address is the new one.
  ctx.addEventListener(window, "wxt:locationchange", ({ newUrl }) =>
    tellPage({ address: newUrl.href, base: document.baseURI }),
  );
}
