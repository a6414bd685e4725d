import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

describe("user text within a line of ours", () => {
  test("stays as it is when it is ordinary", () => {
    for (const name of ["Kaya Noir", "dj_kaya", "Élodie’s 2nd", "👩‍🚀 Beats", "東京", "a*b"])
      expect(cleanText(name)).toBe(name);
  });

  test("is one line without control or direction marks", () => {
    expect(cleanText(" a\n\n# b\u202e\u0007 ")).toBe("a # b");
  });

  test("right to left does not turn what follows", () => {
    expect(cleanText("محمد")).toBe("\u2068محمد\u2069");
  });

  test("that is empty is missing", () => {
    expect(cleanText(" \u202e\n")).toBe("–");
  });

  test("is shortened between characters, never within one", () => {
    expect(cleanText("x".repeat(80))).toBe("x".repeat(80));
    expect(cleanText("x".repeat(81))).toBe(`${"x".repeat(79)}…`);
    expect(cleanText("👩‍🚀".repeat(100), 10)).toMatch(/^(👩‍🚀)+…$/u);
  });

  test("has a bounded length, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 2, max: 100 }), (text, limit) => {
        const clean = cleanText(text, limit);
        expect(clean.length).toBeLessThanOrEqual(limit * 3 + 3);
        expect(clean).not.toMatch(/[\n\r\u202e]/);
        expect(clean).not.toBe("");
      }),
    );
    expect(cleanText(`e${"\u0301".repeat(5000)}`).length).toBeLessThan(300);
  });
});
