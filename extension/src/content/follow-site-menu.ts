import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { InPage } from "./in-page.tsx";
import type { Box } from "./place-menu.ts";
import { openedSiteMenus } from "./site-menu.ts";

/** What a site's menu comes and goes by. */
const WATCHED = ["aria-hidden", "class", "data-state", "hidden", "open", "style"];

/** Docks our menu beside one that the site opens after ours, and closes ours when the site's goes away. */
export function followSiteMenu(ctx: ContentScriptContext, inPage: InPage): void {
  let looking = false;
  const look = () => {
    looking = false;
    const { menu, panel } = inPage;
    if (!menu) return;
    const siteMenu = openedSiteMenus(menu.siteMenusBefore, menu.pointer);
    if (menu.siteMenu && !siteMenu) inPage.closeMenu();
    else if (siteMenu && !isSame(siteMenu, menu.siteMenu)) inPage.show({ panel, menu: { ...menu, siteMenu } });
  };
  const observer = new MutationObserver(() => {
    if (looking) return;
    looking = true;
    ctx.requestAnimationFrame(look);
  });
  // The site's own changes concern us only while our menu is open.
  inPage.onMenu.add((menu) => {
    observer.disconnect();
    if (menu) observer.observe(document, { childList: true, subtree: true, attributeFilter: WATCHED });
  });
  ctx.onInvalidated(() => observer.disconnect());
}

const isSame = (a: Box, b: Box | undefined): boolean =>
  a.left === b?.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
