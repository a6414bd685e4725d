import type { Box, Point } from "./place-menu.ts";
import { SITE_MAP } from "./site-map.ts";

/** A menu that a click has opened lies this close to the pointer, in pixels. */
const NEAR = 24;

/** The menus the site shows at the moment. */
export const visibleSiteMenus = (): Element[] => [...document.querySelectorAll(SITE_MAP.menus)].filter(isVisible);

/** The menu that the site opened for this click: one that was not there before, or one that lies at the pointer. */
export const openedSiteMenu = (before: Element[], pointer: Point): Element | undefined =>
  visibleSiteMenus().find((menu) => !before.includes(menu) || isNear(menu.getBoundingClientRect(), pointer));

export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
};

const isNear = ({ left, top, right, bottom }: Box, { x, y }: Point): boolean =>
  x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR;
