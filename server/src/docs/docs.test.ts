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
  // Sections are those of a document that is not published.
  expect(figures).not.toContain("§");
  expect(JSON.stringify(await (await app.request("/v1/explain")).json())).not.toContain("§");
  const rules = await page(DOCS.rules);
  for (const { slug } of ACHIEVEMENTS) expect(rules).toContain(`id="${slug}"`);
  expect(rules).toContain("98,504");
});

type Operation = {
  operationId: string;
  summary?: string;
  description: string;
  tags?: string[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
};
type Schema = { [key: string]: unknown; properties?: Record<string, Schema>; items?: Schema };

async function description() {
  const answer = await app.request("/v1/openapi.json");
  const document = (await answer.json()) as {
    info: { description: string };
    tags: { name: string; description: string }[];
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, ...operation })),
  );
  return { ...document, operations };
}

test("the API's description gives every route a sentence and a group", async () => {
  const { tags, operations } = await description();
  const groups = tags.map(({ name }) => name);
  for (const { method, path, summary, tags } of operations) {
    expect([method, path, summary]).toEqual([method, path, expect.stringMatching(/.{5}/)]);
    expect([method, path, tags]).toEqual([method, path, [expect.toBeOneOf(groups)]]);
    expect(summary).not.toMatch(/\ba (album|artist|achievement)/);
  }
});

test("it gives every route a name of its own, which its method and path make", async () => {
  const { operations } = await description();
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(operations.length);
  for (const name of names) expect(name).toMatch(/^(get|post|put|patch|delete)([A-Z][a-z]+)+$/);
  expect(names).toEqual(
    expect.arrayContaining(["getTracksByIdInsights", "getAccountExportPlaysCsv", "postEvents", "getHealth"]),
  );
});

test("it says who may ask, in words that it explains", async () => {
  const { info, operations } = await description();
  for (const { description } of operations) {
    const access = /Access: ([\w-]+)$/.exec(description)?.[1];
    expect(info.description).toContain(`**${access}**: `);
  }
});

test("it describes contracts once, by their names, and only those that a route takes or answers", async () => {
  const { paths, components } = await description();
  const { Problem, Insights, Leaderboard } = components.schemas;
  expect([Problem, Insights, Leaderboard].map((schema) => schema?.type)).toEqual(["object", "object", "object"]);
  const text = JSON.stringify({ paths, components });
  expect(text.split('"requestId"')).toHaveLength(3);
  const unused = Object.keys(components.schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
  expect(unused).toEqual([]);
});

test("it describes the events with their data", async () => {
  const { paths, components } = await description();
  expect(JSON.stringify(paths["/v1/events"]?.post?.requestBody)).toContain("#/components/schemas/EventBatch");
  expect(JSON.stringify(components.schemas.Event)).toContain("ca.beatpass.unfollow");
  expect(JSON.stringify(components.schemas.Play)).toContain("listenedMs");
});

test.each([
  ["get", "/v1/explain", []],
  ["get", "/v1/account", ["401", "403", "404"]],
  ["get", "/v1/tracks/{id}/insights", ["401", "403", "404", "422"]],
  ["get", "/v1/communities/{id}/settings", ["401", "404", "422"]],
  ["patch", "/v1/communities/{id}/settings", ["401", "403", "404", "413", "415", "422"]],
  ["post", "/v1/claims", ["401", "403", "404", "409", "413", "415", "422"]],
  ["post", "/v1/pairing/start", ["413", "415", "422"]],
  ["post", "/v1/events", ["401", "403", "413", "415", "422"]],
  ["post", "/v1/stripe/webhook", ["400", "413", "422"]],
])("it names how %s %s refuses", async (method, path, statuses) => {
  const { paths } = await description();
  const { responses } = paths[path]![method]!;
  expect(Object.keys(responses).filter((status) => status >= "300" && status !== "default")).toEqual(statuses);
});

test("it says of figures what they mean", async () => {
  const { Dashboard, Leaderboard, Share } = (await description()).components.schemas;
  expect(Dashboard?.properties?.playsLast24h?.["x-metric"]).toBe("last-day");
  expect(Dashboard?.properties?.plays30d?.items?.["x-metric"]).toBe("plays");
  expect(Leaderboard?.properties?.me?.properties?.score?.["x-metric"]).toContain("board-collaboration");
  expect(Share?.properties?.plays?.["x-metric"]).toEqual(["devices", "platforms", "locations"]);
  expect(Dashboard?.properties?.rules?.["x-metric"]).toBeUndefined();
});
