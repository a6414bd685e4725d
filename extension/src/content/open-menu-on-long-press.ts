import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { findSubject } from "./find-subject.ts";
import type { InPage } from "./in-page.tsx";
import type { Point } from "./place-menu.ts";
import { readPage } from "./read-page.ts";
import { openedSiteMenus, visibleSiteMenus } from "./site-menu.ts";

/** A little longer than browsers take to call a touch long: where they give a `contextmenu` event, it comes first. */
const LONG_MS = 600;
/** A finger that rests moves less than this, in pixels. */
const STILL = 10;

/**
 * Opens our menu under a finger that rests, where the browser makes no `contextmenu` event of it. It only watches: the
 * touch goes on to scrolling and to the site's own long press; the click that ends a long press alone is kept back.
 */
export function openMenuOnLongPress(
  ctx: ContentScriptContext,
  inPage: InPage,
  on: { menu: boolean; longPress: boolean },
): void {
  let timer: number | undefined;
  let from: Point = { x: 0, y: 0 };
  let opened = false;
  const stop = () => clearTimeout(timer);

  const onDown = (event: PointerEvent) => {
    stop();
    opened = false;
    const target = event.composedPath()[0];
    if (event.pointerType !== "touch" || !event.isPrimary || !event.isTrusted || !(target instanceof Element)) return;
    if (!on.menu || !on.longPress || inPage.owns(event)) return;
    from = { x: event.clientX, y: event.clientY };
    const siteMenusBefore = visibleSiteMenus();
    timer = ctx.setTimeout(() => {
      const found = getSelection()?.isCollapsed === false ? undefined : findSubject(target, readPage(window));
      if (!found || inPage.menu) return;
      opened = true;
      const siteMenu = openedSiteMenus(siteMenusBefore, from);
      const menu = { found, target, pointer: from, byKeyboard: false, siteMenusBefore, siteMenu };
      inPage.show({ panel: inPage.panel, menu });
    }, LONG_MS);
  };
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL) stop();
  };
  // Registered before what closes the menu on clicks: the click that ends the press is not one of them.
  const onClick = (event: Event) => {
    if (!opened || inPage.owns(event)) return;
    opened = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  ctx.addEventListener(window, "pointerdown", onDown, { capture: true });
  ctx.addEventListener(window, "pointermove", onMove, { capture: true, passive: true });
  ctx.addEventListener(window, "click", onClick, { capture: true });
  for (const type of ["pointerup", "pointercancel", "contextmenu", "scroll"] as const)
    ctx.addEventListener(window, type, stop, { capture: true, passive: true });
}
