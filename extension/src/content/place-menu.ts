export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Box = { left: number; top: number; right: number; bottom: number };

const EDGE = 8;
const GAP = 4;

/**
 * Where our menu's top left corner goes, in viewport pixels: at the pointer and inside the viewport, or, where the
 * site has opened a menu of its own, beside that one and never over it.
 */
export function placeMenu(pointer: Point, size: Size, viewport: Size, siteMenu?: Box): Point {
  if (!siteMenu) return inside(pointer, size, viewport);
  const places: Point[] = [
    { x: siteMenu.right + GAP, y: siteMenu.top },
    { x: siteMenu.left - GAP - size.width, y: siteMenu.top },
    { x: siteMenu.left, y: siteMenu.bottom + GAP },
    { x: siteMenu.left, y: siteMenu.top - GAP - size.height },
  ];
  const free = places.map((place) => inside(place, size, viewport)).find((place) => !overlaps(place, size, siteMenu));
  return free ?? inside(pointer, size, viewport);
}

function inside({ x, y }: Point, { width, height }: Size, viewport: Size): Point {
  return {
    x: Math.max(EDGE, Math.min(x, viewport.width - width - EDGE)),
    y: Math.max(EDGE, Math.min(y, viewport.height - height - EDGE)),
  };
}

function overlaps({ x, y }: Point, { width, height }: Size, box: Box): boolean {
  return x < box.right && x + width > box.left && y < box.bottom && y + height > box.top;
}
