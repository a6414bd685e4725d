import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { findSubject } from "./find-subject.ts";
import type { InPage, MenuState } from "./in-page.tsx";
import { isOnSelection } from "./is-on-selection.ts";
import { readPage } from "./read-page.ts";
import { openedSiteMenus, visibleSiteMenus } from "./site-menu.ts";

type Asked = Omit<MenuState, "siteMenu" | "siteMenusBefore">;

/**
 * Opens our menu on right-clicks, long presses and the menu key, which all give a `contextmenu` event. Listens on the
 * window alone, so that rows may come, go and be replaced at will, and touch is left to scrolling and to the site; the
 * context takes the listeners away when the extension is updated or disabled.
 */
export function openMenuOnRightClick(
  ctx: ContentScriptContext,
  inPage: InPage,
  on: { menu: boolean; longPress: boolean },
): void {
  // Some systems select the word under the pointer before the menu event: what counts is the selection before it.
  let pressedOnSelection = false;
  // Browsers differ in what the event says about its cause; what came before it is the same everywhere.
  let byKeyboard = false;
  let byTouch = false;
  let answering: Event | undefined;

  const onPress = (event: PointerEvent) => {
    byKeyboard = false;
    byTouch = event.pointerType === "touch";
    pressedOnSelection = isOnSelection(event.clientX, event.clientY);
  };
  const onKey = () => {
    byKeyboard = true;
    byTouch = false;
  };

  const onFirst = (event: MouseEvent) => {
    if (ctx.isInvalid || !event.isTrusted || inPage.owns(event)) return;
    if (!on.menu || (byTouch && !on.longPress)) return;
    inPage.closeMenu();
    const onSelection = byKeyboard ? getSelection()?.isCollapsed === false : pressedOnSelection;
    const asked = onSelection ? undefined : readRightClick(event, byKeyboard);
    if (!asked) return;
    answering = event;
    const siteMenusBefore = visibleSiteMenus();
    ctx.requestAnimationFrame(() => {
      // Neither we nor the site could keep the browser's own menu away: it is open, ours would lie under it.
      if (!event.defaultPrevented) return;
      const siteMenu = openedSiteMenus(siteMenusBefore, asked.pointer);
      inPage.show({ panel: inPage.panel, menu: { ...asked, siteMenusBefore, siteMenu } });
    });
  };

  // Last in line, so that the site's own listeners find the event as they would without us.
  const onLast = (event: MouseEvent) => {
    if (event === answering) event.preventDefault();
  };

  ctx.addEventListener(window, "pointerdown", onPress, { capture: true });
  ctx.addEventListener(window, "keydown", onKey, { capture: true });
  ctx.addEventListener(window, "contextmenu", onFirst, { capture: true });
  ctx.addEventListener(window, "contextmenu", onLast);
}

function readRightClick(event: MouseEvent, byKeyboard: boolean): Asked | undefined {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return undefined;
  const found = findSubject(target, readPage(window));
  return (
    found && { found, target, byKeyboard, pointer: byKeyboard ? below(target) : { x: event.clientX, y: event.clientY } }
  );
}

function below(target: Element) {
  const { left, bottom } = target.getBoundingClientRect();
  return { x: Math.max(0, left), y: Math.max(0, Math.min(bottom, innerHeight)) };
}
