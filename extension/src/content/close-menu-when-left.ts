import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { InPage } from "./in-page.tsx";

/** Closes our menu the way people expect: Escape, scroll, click, leaving; and together with the site's own menu. */
export function closeMenuWhenLeft(ctx: ContentScriptContext, inPage: InPage): void {
  const close = () => inPage.closeMenu();
  const closeOutside = (event: Event) => {
    if (!inPage.owns(event)) close();
  };
  const onScroll = (event: Event) => {
    const { menu } = inPage;
    if (!menu || !(event.target instanceof Node)) return;
    // A row that the site took away meanwhile cannot tell what scrolled with it.
    if (!menu.target.isConnected || event.target.contains(menu.target)) close();
  };
  const onKey = (event: KeyboardEvent) => {
    const { menu, panel } = inPage;
    if (event.key === "Escape" && menu) {
      // The site's menu is to hear it too; without one, the key has done its work.
      if (!menu.siteMenu) event.stopPropagation();
      close();
    } else if (event.key === "Escape" && panel) {
      inPage.remove();
    } else if (event.key === "Tab" && menu) {
      if (inPage.owns(event)) return close();
      event.preventDefault();
      inPage.focusMenu();
    }
  };

  ctx.addEventListener(window, "keydown", onKey, { capture: true });
  ctx.addEventListener(window, "pointerdown", closeOutside, { capture: true });
  ctx.addEventListener(window, "click", closeOutside, { capture: true });
  ctx.addEventListener(window, "wheel", close, { capture: true, passive: true });
  ctx.addEventListener(window, "scroll", onScroll, { capture: true, passive: true });
  ctx.addEventListener(window, "resize", close);
  ctx.addEventListener(window, "blur", close);
  ctx.addEventListener(window, "wxt:locationchange", close);
  // A page that is left may come back as it was, long after: without us.
  ctx.addEventListener(window, "pagehide", () => inPage.remove());
}
