import { describe, expect, test } from "vitest";
import { placeMenu } from "./place-menu.ts";

const size = { width: 200, height: 100 };
const viewport = { width: 1000, height: 600 };

describe("our menu", () => {
  test("opens at the pointer", () => {
    expect(placeMenu({ x: 300, y: 200 }, size, viewport)).toEqual({ x: 300, y: 200 });
  });

  test.each([
    [
      { x: 990, y: 590 },
      { x: 792, y: 492 },
    ],
    [
      { x: 0, y: 0 },
      { x: 8, y: 8 },
    ],
  ])("at %o stays inside the viewport", (pointer, place) => expect(placeMenu(pointer, size, viewport)).toEqual(place));

  test.each([
    ["in the middle", { left: 300, top: 200, right: 480, bottom: 320 }],
    ["at the right edge", { left: 812, top: 200, right: 992, bottom: 320 }],
    ["at the lower right corner", { left: 812, top: 472, right: 992, bottom: 592 }],
    ["as wide as a phone", { left: 0, top: 400, right: 1000, bottom: 600 }],
  ])("lies beside the site's own, never over it: %s", (_where, box) => {
    const { x, y } = placeMenu({ x: box.left, y: box.top }, size, viewport, box);
    const apart = x >= box.right || x + size.width <= box.left || y >= box.bottom || y + size.height <= box.top;
    expect(apart).toBe(true);
    expect(x).toBeGreaterThanOrEqual(8);
    expect(y).toBeGreaterThanOrEqual(8);
    expect(x + size.width).toBeLessThanOrEqual(viewport.width - 8);
    expect(y + size.height).toBeLessThanOrEqual(viewport.height - 8);
  });
});
