import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { InPage } from "./in-page.tsx";

/** What sites switch between light and dark by. */
const WATCHED = ["class", "style", "data-theme", "data-color-mode"];

/** Follows the site between light and dark while we show something, its slow changes of colour included. */
export function followSiteTheme(ctx: ContentScriptContext, inPage: InPage): void {
  const look = () => inPage.redraw();
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributeFilter: WATCHED });
  ctx.onInvalidated(() => observer.disconnect());
  ctx.addEventListener(document, "transitionend", (event) => {
    if (event.target === document.body || event.target === document.documentElement) look();
  });
}
