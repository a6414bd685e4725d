import { expect, test } from "vitest";
import { nextPage } from "./next-page.ts";

const ORIGIN = "https://beats.example";
const after = (next: string) => nextPage(`?${new URLSearchParams({ next })}`, ORIGIN);

test.each([
  "/pair",
  "/producer-dashboard",
  "/backstage/tracks/1/insights?range=30d",
  "/backstage/tracks/a%2Fb/insights",
])("after signing in, %s is gone on to", (page) => {
  expect(after(page)).toBe(page);
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  " /pair",
  "pair",
  "",
  "/.//evil.example",
  "/sign-in?next=%2Fpair",
  "/set-password",
])("after signing in, %j is no place to go", (page) => {
  expect(after(page)).toBe("/producer-dashboard");
});

test("without a wish one comes home", () => {
  expect(nextPage("", ORIGIN)).toBe("/producer-dashboard");
});
