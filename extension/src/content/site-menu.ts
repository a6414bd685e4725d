import type { Box, Point } from "./place-menu.ts";
import { SITE_MAP } from "./site-map.ts";

/** A menu that a click has opened lies this close to the pointer, in pixels. */
const NEAR = 24;

/** The menus the site shows at the moment. */
export const visibleSiteMenus = (): Element[] => [...document.querySelectorAll(SITE_MAP.menus)].filter(isVisible);

/**
 * Where the menus lie that the site opened for this click, with their submenus: those that were not there before, or
 * that lie at the pointer. Undefined while there are none.
 */
export function openedSiteMenus(before: readonly Element[], pointer: Point): Box | undefined {
  const boxes = visibleSiteMenus()
    .map((menu) => ({ isNew: !before.includes(menu), box: menu.getBoundingClientRect() }))
    .filter(({ isNew, box }) => isNew || isNear(box, pointer))
    .map(({ box }) => box);
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

const isNear = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
  x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR;
