import { expect, test } from "vitest";
import { groupCode } from "./group-code.ts";

test.each([
  ["LAQ8H6PD", "LAQ8-H6PD"],
  ["ABCD-EFGH", "ABCD-EFGH"],
  ["123456", "1234-56"],
])("the code %s is shown as %s", (code, shown) => expect(groupCode(code)).toBe(shown));
