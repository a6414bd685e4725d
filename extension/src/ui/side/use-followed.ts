import { useEffect, useState } from "preact/hooks";
import browser, { type Runtime, type Tabs } from "webextension-polyfill";
import type { Found } from "../../content/read-page.ts";
import { FOLLOW, type FollowNews } from "../../messaging/follow.ts";

/** Our script is in a page soon after the browser calls it loaded: it is looked for again after these times. */
const AGAIN_MS = [0, 300, 1200];

export type Followed = {
  /** What the tab's page speaks of. */
  page?: Found | undefined;
  /** What was right-clicked on it since. */
  picked?: Found | undefined;
  /** Back to what the page speaks of. */
  leavePicked: () => void;
};

/** Follows the active tab of this window: its page, as it navigates, and what is right-clicked on it. */
export function useFollowed(): Followed {
  const [followed, setFollowed] = useState<{ page?: Found | undefined; picked?: Found | undefined }>({});
  useEffect(() => follow(setFollowed), []);
  return { ...followed, leavePicked: () => setFollowed(({ page }) => ({ page })) };
}

type Set = (
  next: (before: { page?: Found | undefined }) => { page?: Found | undefined; picked?: Found | undefined },
) => void;

function follow(set: Set): () => void {
  let port: Runtime.Port | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tabId: number | undefined;
  let windowId: number | undefined;
  let ended = false;

  const listen = (attempt = 0) => {
    clearTimeout(timer);
    port?.disconnect();
    port = undefined;
    if (ended) return;
    const wait = AGAIN_MS[attempt];
    if (tabId === undefined || wait === undefined) return set(() => ({}));
    timer = setTimeout(() => connect(tabId!, attempt), wait);
  };
  const connect = (tab: number, attempt: number) => {
    const opened = browser.tabs.connect(tab, { name: FOLLOW });
    port = opened;
    let isHeard = false;
    opened.onMessage.addListener((message) => {
      if (port !== opened) return;
      isHeard = true;
      const news = message as FollowNews;
      set((before) => (news.type === "page" ? { page: news.found } : { page: before.page, picked: news.found }));
    });
    opened.onDisconnect.addListener(() => {
      // Reading it tells the browser that we know: most pages are none of ours.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = undefined;
      listen(isHeard ? 0 : attempt + 1);
    });
  };
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, ...(windowId !== undefined && { windowId }) });
    tabId = tab?.id;
    listen();
  };
  const onActivated = (active: Tabs.OnActivatedActiveInfoType) => {
    if (active.windowId === windowId) void look();
  };
  const onUpdated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && status === "complete" && !port) listen();
  };

  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void browser.windows.getCurrent().then(({ id }) => {
    windowId = id;
    return look();
  });
  return () => {
    ended = true;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    listen();
  };
}
