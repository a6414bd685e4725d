import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, createTestContext, TEST_ORIGIN, type TestApp, type TestContext } from "../testing/index.ts";

let context: TestContext;
let app: TestApp["app"];
beforeAll(async () => {
  context = await createTestContext();
  ({ app } = createTestApp(context));
});
afterAll(() => context.close());

const ask = (path: string) => app.request(`${TEST_ORIGIN}${path}`);

test.each([
  ["/docs/", "/docs"],
  ["/docs/figures/", "/docs/figures"],
  ["/docs/guides/slack/?from=here", "/docs/guides/slack?from=here"],
  ["/producer-dashboard/", "/producer-dashboard"],
  ["/settings/", "/settings"],
])("%s leads to %s", async (path, to) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get("location")]).toEqual([301, to]);
});

test.each([
  "//evil.example/",
  "/docs//evil.example/",
  "//evil.example/docs/",
  "/\\evil.example/",
  "/docs/%2f%2fevil.example/",
])("%s leads nowhere", async (path) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
});

test("what a query holds stays in the query", async () => {
  const answer = await ask("/docs/?//evil.example/");
  const to = new URL(answer.headers.get("location")!, `${TEST_ORIGIN}/docs/`);
  expect([to.origin, to.pathname]).toEqual([TEST_ORIGIN, "/docs"]);
});
