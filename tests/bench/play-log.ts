import { NOW } from "./our-database.ts";
import { TRACKS } from "./play-rows.ts";

export const LISTENERS = 100_000;
const YEAR_MS = 365 * 86_400_000;
const PRIME = 2_147_483_647;

/** A number in [0, 1) that follows from n alone, the same in SQLite and DuckDB: whole numbers below 2^63 only. */
export function chance(multiplier: number): string {
  const mixed = `(n * ${multiplier} % ${PRIME})`;
  return `((${mixed} * ${mixed} + 12345) % ${PRIME} / ${PRIME}.0)`;
}
const pick = (multiplier: number, words: readonly string[]): string =>
  `CASE CAST(floor(${chance(multiplier)} * ${words.length}) AS INTEGER) ${words
    .map((word, index) => `WHEN ${index} THEN '${word}'`)
    .join(" ")} END`;

/**
 * `count` made-up plays of the year up to NOW, as a SELECT that SQLite and DuckDB answer alike: n, track, at (ms),
 * listened_ms, platform, country, listener (0 for a guest, one in five). Few tracks and listeners have most of them.
 * @param numbers what gives n = 0 … count − 1, in order
 * @param tracks how many of the catalog's tracks they are of
 */
export const playLog = (numbers: string, count: number, tracks = TRACKS): string => `
  SELECT n, CAST(floor(pow(${chance(1_103_515_245)}, 3) * ${tracks}) AS INTEGER) AS track,
    ${NOW - YEAR_MS} + CAST(floor(n * 1.0 * ${YEAR_MS} / ${count}) AS BIGINT) AS at,
    CAST(floor(${chance(1_664_525)} * 210000) AS INTEGER) AS listened_ms,
    ${pick(22_695_477, ["Android", "iOS", "Windows", "macOS", "Linux", "web", "other"])} AS platform,
    ${pick(134_775_813, ["CA", "US", "FR", "GB", "DE", "BR", "NG", "JP"])} AS country,
    CASE WHEN ${chance(214_013)} < 0.2 THEN 0
      ELSE 1 + CAST(floor(pow(${chance(1_140_671_485)}, 2) * ${LISTENERS}) AS INTEGER) END AS listener
  FROM ${numbers}`;

/** The numbers 0 … count − 1 in SQLite, which has no series of its own. */
export const sqliteNumbers = (count: number): string =>
  `(WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${count}) SELECT n FROM numbers)`;
