import { expect, test } from "vitest";
import { ACCESS } from "./access.ts";
import { RULES, TAGS, tagOf } from "./tags.ts";

const paths = Object.keys(ACCESS).map((name) => name.split(" ")[1]!);

test.each([
  ["/v1/errands/lease", "Communities"],
  ["/v1/visits", "Overview"],
  ["/v1/sources/beatpass/reading", "Sources"],
  ["/v1/tracks/{id}/release-curve", "Insights"],
  ["/v1/producers/{id}/progress", "Progress"],
  ["/health", "Administration"],
  ["/v1/pairing/start", "Accounts"],
])("%s is among %s", (path, tag) => {
  expect(tagOf(path)).toBe(tag);
});

test("every group has a route, and every word of a rule matches one", () => {
  expect(new Set(paths.map(tagOf))).toEqual(new Set(Object.keys(TAGS)));
  const words = RULES.flatMap(([{ source }]) => source.match(/[a-z]{3,}(-[a-z]+)*/g) ?? []);
  expect(words.filter((word) => !paths.some((path) => path.includes(word)))).toEqual([]);
});
