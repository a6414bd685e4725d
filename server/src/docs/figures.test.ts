import { FIGURES, meaningOf } from "@beatpass/shared/contracts";
import { metricBySlug } from "@beatpass/shared/metrics";
import { beforeAll, expect, test } from "vitest";
import { createTestApp, createTestContext } from "../testing/index.ts";
import { figuresIn } from "./mark-figures.ts";

type Schema = Record<string, unknown>;
type Operation = { operationId: string; responses: Record<string, { content?: Record<string, { schema?: Schema }> }> };

let schemas: Record<string, Schema>;
/** Where a figure stands in any answer of any route: "Dashboard.rank.total". */
let places: string[];
beforeAll(async () => {
  const context = await createTestContext();
  const answer = await createTestApp(context).app.request("/v1/openapi.json");
  await context.close();
  const { paths, components } = (await answer.json()) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  schemas = components.schemas;
  const answered = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name] of (JSON.stringify(part) ?? "").matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (answered.has(name!)) continue;
      answered.add(name!);
      follow(schemas[name!]);
    }
  };
  const inline: [name: string, schema: Schema][] = [];
  for (const { operationId, responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    follow(responses);
    for (const { schema } of Object.values(responses).flatMap(({ content }) => Object.values(content ?? {})))
      if (schema) inline.push([operationId, schema]);
  }
  const named = [...answered].map((name): [string, Schema] => [name, schemas[name]!]);
  places = [...named, ...inline].flatMap(([name, schema]) => figuresIn(schema, name).map(({ place }) => place));
});

const unitsOf = (place: string) => [meaningOf(place)!].flat().map((slug) => metricBySlug(slug)?.unit);

test("every figure that the API answers has its definition", () => {
  expect(places.length).toBeGreaterThan(200);
  expect([...new Set(places)].filter((place) => meaningOf(place) === undefined)).toEqual([]);
});

test("every definition that a figure names is in the list, and no place is named that no answer has", () => {
  const slugs = Object.values(FIGURES).flat();
  expect(slugs.filter((slug) => slug !== "none" && !metricBySlug(slug))).toEqual([]);
  const isThere = (name: string) =>
    places.some((place) => (name.endsWith(".") ? place.startsWith(name) : place === name));
  expect(Object.keys(FIGURES).filter((name) => !isThere(name))).toEqual([]);
});

// The plays of the peak day belong to the day; news of every kind have one definition.
const APART = ["Insights.plays.peakDay.plays", "Answer.insights.plays.peakDay.plays", "Changes.plays", "Changes.xp"];

test.each([
  ["plays", /plays(30d|Today|Last24h)?(\[\])?$/i],
  ["xp", /\.(xp|xp(For|To)[A-Z]\w+)$/],
  ["level", /\.(level|fromLevel|nowLevel)$/],
  ["rank", /\.(\w*rank|movement)$/i],
  ["money", /\.(amount|available|pending|inTransit|lifetime)$/],
  ["ratio", /(\.(change|progress|share)|Rate|Share)$/],
  ["count", /\.(total|tracks|followers|members|linked|\w*[cC]ount|metadataFilled)$/],
] as const)("what is called after its unit is explained in %s", (unit, name) => {
  const others = [...APART, "Engagement.level", "Insights.plays.total", "Answer.insights.plays.total"];
  const called = places.filter(
    (place) =>
      name.test(place) &&
      !others.includes(place) &&
      meaningOf(place) !== "none" &&
      !/downloads?\.total|xp\.total/.test(place),
  );
  expect(called.length).toBeGreaterThan(4);
  for (const place of called) expect([place, new Set(unitsOf(place))]).toEqual([place, new Set([unit])]);
});

test("the API's description marks every figure, those of what it refers to as well", () => {
  const marks = (name: string) =>
    Object.fromEntries(figuresIn(schemas[name]!, name).map(({ place, schema }) => [place, schema["x-metric"]]));
  expect(marks("Passing")).toMatchObject({
    "Passing.rank": "rank",
    "Passing.score": expect.arrayContaining(["board-plays"]),
  });
  expect(new Set(Object.values(marks("Breakdown")))).toEqual(new Set(["completion-breakdown"]));
  expect(marks("Money")).toEqual({ "Money.amount": "transaction-amount" });
  expect(marks("Progress")).toMatchObject({
    "Progress.sources[].xp": "xp-by-source",
    "Progress.counts.total": "achievement-count",
  });
  expect(marks("Insights")).toMatchObject({ "Insights.plays.previousSeries[].plays": "plays" });
  expect(new Set(Object.values(marks("XpRules")))).toEqual(new Set([undefined]));
  const unmarked = [...new Set(places)].filter((place) => {
    const [name] = place.split(/[.[]/);
    return schemas[name!] && meaningOf(place) !== "none" && marks(name!)[place] === undefined;
  });
  expect(unmarked).toEqual([]);
});
