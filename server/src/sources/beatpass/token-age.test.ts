import { describe, expect, test } from "vitest";
import { tokenAge } from "./token-age.ts";

const DAY = 86_400_000;
const ADDED = Date.parse("2026-09-01T10:00:00Z");
const after = (days: number, tokenState: "accepted" | "refused" | "no-upload" = "accepted") =>
  tokenAge({ tokenAddedAt: ADDED, tokenState }, ADDED + days * DAY);

describe("a token", () => {
  test.each([
    [0, "valid", 90],
    [75.99, "valid", 15],
    [76, "soon", 14],
    [86.5, "soon", 4],
    [89.99, "soon", 1],
    [90, "ended", 0],
    [120, "ended", 0],
  ])("after %f days is %s, with %i days left", (days, state, left) => {
    expect(after(days)).toMatchObject({ state, days: left, expiresAt: "2026-11-30T10:00:00.000Z" });
  });

  test("that BeatPass refuses before its time is refused, and ended from then on", () => {
    expect(after(10, "refused").state).toBe("refused");
    expect(after(10, "no-upload").state).toBe("no-upload");
    expect(after(91, "refused").state).toBe("ended");
  });
});
