import { expect, test } from "vitest";
import { readCode, writeCode } from "./pairing-code.ts";

test.each(["WEYPVKTS", "weypvkts", " weyp vkts ", "weyp-vkts", "WEYP – VKTS", "w.e.y.p.v.k.t.s"])(
  "%j is read as the code that was given out",
  (typed) => {
    expect(readCode(typed)).toBe("WEYPVKTS");
  },
);

test("a code is shown in two halves, and anything else as it is", () => {
  expect(writeCode("WEYPVKTS")).toBe("WEYP-VKTS");
  expect(writeCode("WEY")).toBe("WEY");
});
