import { beforeEach, expect, test } from "vitest";
import { createSignInTries, type SignInTries } from "./sign-in-tries.ts";

const EMAIL = "me@example.org";
let now: number;
let tries: SignInTries;
beforeEach(() => {
  now = 0;
  tries = createSignInTries(() => now);
});

function tryWrong(email: string): number | undefined {
  const wait = tries.begin(email);
  if (wait === undefined) tries.end(email, 401);
  return wait;
}
const tryWrongly = (times: number, email = EMAIL) => Array.from({ length: times }, () => tryWrong(email)).at(-1);

test("after ten wrong passwords an address has to wait until ten minutes have passed since the first", () => {
  expect(tryWrongly(10)).toBeUndefined();
  now = 60_500;
  expect(tryWrong(EMAIL)).toBe(540);
  expect(tryWrong("ME@example.org")).toBe(540);
  expect(tryWrong("other@example.org")).toBeUndefined();
  now = 600_000;
  expect(tryWrongly(10)).toBeUndefined();
  expect(tryWrong(EMAIL)).toBe(600);
});

test("tries that are under way count", () => {
  for (let n = 0; n < 10; n++) expect(tries.begin(EMAIL)).toBeUndefined();
  expect(tries.begin(EMAIL)).toBe(600);
});

test("a right password ends the count, and a try without any is none", () => {
  tryWrongly(9);
  expect(tries.begin(EMAIL)).toBeUndefined();
  tries.end(EMAIL, 400);
  expect(tries.begin(EMAIL)).toBeUndefined();
  tries.end(EMAIL, 200);
  expect(tryWrongly(10)).toBeUndefined();
  expect(tryWrong(EMAIL)).toBe(600);
});

test("of more addresses than are kept the oldest is forgotten", () => {
  tryWrongly(10);
  for (let n = 0; n < 9_999; n++) tryWrong(`a${n}@example.org`);
  expect(tryWrong(EMAIL)).toBe(600);
  tryWrong("one-more@example.org");
  expect(tryWrong(EMAIL)).toBeUndefined();
});
