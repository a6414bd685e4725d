import { expect, test } from "vitest";
import { z } from "zod";
import { metricBySlug } from "../metrics/index.ts";
import { FIGURES } from "./figures.ts";
import {
  Activity,
  AlbumList,
  Changes,
  Dashboard,
  Finances,
  Insights,
  Leaderboard,
  Progress,
  PublicArtist,
  RankChange,
  ReleaseCurve,
  TrackList,
} from "./index.ts";

const ANSWERS = {
  Activity,
  AlbumList,
  Changes,
  Dashboard,
  Finances,
  Insights,
  Leaderboard,
  Progress,
  PublicArtist,
  RankChange,
  ReleaseCurve,
  TrackList,
};

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
} & Partial<Record<"anyOf" | "oneOf" | "allOf", Schema[]>>;

/** Words that judge a number, by the name of their field. */
const JUDGEMENTS = /\.(tier|growthStatus|rating|badge|level)$/;

/** Where numbers, and words that judge them, stand in what a contract describes: "Dashboard.rank.total". */
function figuresIn(schema: Schema, place: string): string[] {
  const { type, properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema;
  return [
    ...(type === "number" || type === "integer" || (type === "string" && JUDGEMENTS.test(place)) ? [place] : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => figuresIn(one, place)),
    ...Object.entries(properties).flatMap(([name, one]) => figuresIn(one, `${place}.${name}`)),
    ...(items ? figuresIn(items, `${place}[]`) : []),
    ...(typeof additionalProperties === "object" ? figuresIn(additionalProperties, `${place}{}`) : []),
  ];
}

const meaningOf = (place: string) =>
  FIGURES[place] ?? Object.entries(FIGURES).find(([above]) => above.endsWith(".") && place.startsWith(above))?.[1];

const places = Object.entries(ANSWERS).flatMap(([name, contract]) =>
  figuresIn(z.toJSONSchema(contract, { reused: "inline" }) as Schema, name),
);

test("every figure that the API answers has its definition", () => {
  expect(places.length).toBeGreaterThan(100);
  expect([...new Set(places)].filter((place) => meaningOf(place) === undefined)).toEqual([]);
});

test("what is called plays is explained as a number of plays", () => {
  // The plays of the peak day belong to the day; news of every kind have one definition.
  const others = ["Insights.plays.peakDay.plays", "Changes.plays"];
  const called = places.filter((place) => /plays(30d)?(\[\])?$/i.test(place) && !others.includes(place));
  expect(called.length).toBeGreaterThan(15);
  for (const place of called) expect([place, metricBySlug(meaningOf(place) as string)?.unit]).toEqual([place, "plays"]);
});

test("every definition that a figure names is in the list, and no place is named that no answer has", () => {
  const slugs = Object.values(FIGURES).flat();
  expect(slugs.filter((slug) => slug !== "rule" && !metricBySlug(slug))).toEqual([]);
  const named = Object.keys(FIGURES);
  expect(named.filter((name) => !places.some((place) => place === name || place.startsWith(name)))).toEqual([]);
});
