import { expect, test } from "vitest";
import { luminanceOf } from "./read-site-theme.ts";

test.each([
  ["rgb(10, 10, 11)", true],
  ["rgb(247, 247, 249)", false],
  ["rgba(20, 20, 22, 0.9)", true],
])("%s is dark: %s", (color, dark) => expect((luminanceOf(color) ?? 1) < 0.5).toBe(dark));

test.each(["rgba(0, 0, 0, 0)", "transparent", ""])("%s says nothing about what is seen", (color) => {
  expect(luminanceOf(color)).toBeUndefined();
});
