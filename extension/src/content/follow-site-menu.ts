import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { InPage } from "./in-page.tsx";
import { isVisible, openedSiteMenu } from "./site-menu.ts";

/** What a site's menu comes and goes by. */
const WATCHED = ["aria-hidden", "class", "data-state", "hidden", "open", "style"];

/** Docks our menu beside one that the site opens after ours, and closes ours when the site's goes away. */
export function followSiteMenu(ctx: ContentScriptContext, inPage: InPage): void {
  let looking = false;
  const look = () => {
    looking = false;
    const { menu, panel } = inPage;
    if (!menu) return;
    if (menu.siteMenu) {
      if (!isVisible(menu.siteMenu)) inPage.closeMenu();
      return;
    }
    const siteMenu = openedSiteMenu(menu.siteMenusBefore, menu.pointer);
    if (siteMenu) inPage.show({ panel, menu: { ...menu, siteMenu } });
  };
  const observer = new MutationObserver(() => {
    if (looking || !inPage.menu) return;
    looking = true;
    requestAnimationFrame(look);
  });
  const root = document.documentElement;
  observer.observe(root, { childList: true, subtree: true, attributeFilter: WATCHED });
  ctx.onInvalidated(() => observer.disconnect());
}
