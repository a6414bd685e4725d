import "../../content/end-listeners.ts";
import { defineContentScript } from "wxt/utils/define-content-script";
import { closeMenuWhenLeft } from "../../content/close-menu-when-left.ts";
import { followSiteMenu } from "../../content/follow-site-menu.ts";
import { followSiteTheme } from "../../content/follow-site-theme.ts";
import { followSwitches } from "../../content/follow-switches.ts";
import { InPage } from "../../content/in-page.tsx";
import { noticeEnd } from "../../content/notice-end.ts";
import { openMenuOnLongPress } from "../../content/open-menu-on-long-press.ts";
import { openMenuOnRightClick } from "../../content/open-menu-on-right-click.ts";
import { runsHere } from "../../content/runs-here.ts";
import { sayInFront } from "../../content/say-in-front.ts";
import { showOnRequest } from "../../content/show-on-request.ts";
import { MATCHES } from "../../content/site-map.ts";
import { tellFollower } from "../../content/tell-follower.ts";
import { watchSite } from "../../content/watch-site.ts";

export default defineContentScript({
  matches: MATCHES,
  allFrames: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (!runsHere(window)) return;
    const inPage = new InPage(window);
    ctx.onInvalidated(() => inPage.remove());
    const on = followSwitches(ctx, inPage);
    openMenuOnLongPress(ctx, inPage, on);
    openMenuOnRightClick(ctx, inPage, on);
    closeMenuWhenLeft(ctx, inPage);
    followSiteMenu(ctx, inPage);
    followSiteTheme(ctx, inPage);
    tellFollower(ctx, inPage);
    watchSite(ctx);
    showOnRequest(ctx, inPage);
    sayInFront(ctx);
    noticeEnd(ctx, inPage);
  },
});
