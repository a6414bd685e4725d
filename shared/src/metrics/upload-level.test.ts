import { expect, test } from "vitest";
import { UPLOAD_LEVELS, uploadLevel } from "./upload-level.ts";

test("the calendar's levels are 0, 1–2, 3–4, 5–6 and 7 or more uploads a day", () => {
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 40].map((uploads) => UPLOAD_LEVELS[uploadLevel(uploads)]);
  expect(levels).toEqual(["0", "1–2", "1–2", "3–4", "3–4", "5–6", "5–6", "7+", "7+"]);
});
