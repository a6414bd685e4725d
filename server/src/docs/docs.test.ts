import { METRICS } from "@beatpass/shared/metrics";
import { ACHIEVEMENTS } from "@beatpass/shared/rules";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, createTestContext, type TestApp, type TestContext } from "../testing/index.ts";
import { DOCS } from "./page.ts";

let context: TestContext;
let app: TestApp["app"];
beforeAll(async () => {
  context = await createTestContext();
  ({ app } = createTestApp(context));
});
afterAll(() => context.close());

const page = async (path: string) => (await app.request(path)).text();

test("every page is there for anybody, and loads nothing from elsewhere", async () => {
  for (const path of Object.values(DOCS)) {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'; script-src 'self'");
    const text = await answer.text();
    const loaded = [...text.matchAll(/<(?:script|link|img)\b[^>]*?(?:src|href)="([^"]+)"/g)].map(
      ([, address]) => address!,
    );
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded.filter((address) => !address.startsWith("data:"))) {
      const asset = new URL(address, `http://here${path}`);
      expect([asset.host, (await app.request(asset.pathname)).status, asset.pathname]).toEqual([
        "here",
        200,
        asset.pathname,
      ]);
    }
  }
});

test("the figures are those of the one list, the rules those of the rulebook and the list of achievements", async () => {
  const figures = await page(DOCS.figures);
  for (const { slug } of METRICS) expect(figures).toContain(`id="${slug}"`);
  const rules = await page(DOCS.rules);
  for (const { slug } of ACHIEVEMENTS) expect(rules).toContain(`id="${slug}"`);
  expect(rules).toContain("98,504");
});

test("the API's description gives every route a sentence and a group, and events their bodies", async () => {
  const document = (await (await app.request("/v1/openapi.json")).json()) as {
    tags: { name: string; description: string }[];
    paths: Record<string, Record<string, { summary?: string; tags?: string[]; requestBody?: { content: object } }>>;
  };
  const tags = document.tags.map(({ name }) => name);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { summary, tags: own }] of Object.entries(methods)) {
      expect([method, path, summary]).toEqual([method, path, expect.stringMatching(/.{5}/)]);
      expect([method, path, own]).toEqual([method, path, [expect.toBeOneOf(tags)]]);
    }
  }
  const events = JSON.stringify(document.paths["/v1/events"]?.post?.requestBody);
  expect(events).toContain("ca.beatpass.unfollow");
  expect(events).toContain("listenedMs");
});
