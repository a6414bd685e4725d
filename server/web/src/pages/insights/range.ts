import type { Insights } from "@beatpass/shared/contracts";
import { dayOf, isoDate, parseIsoDate, presetRange, RANGE_PRESETS, type RangePreset } from "@beatpass/shared/metrics";

/** A preset, or two dates of one's own. */
export type ChosenRange = { preset: RangePreset } | { preset: "custom"; from: string; to: string };

const DEFAULT: ChosenRange = { preset: "year" };

/** Reads the range out of an address's query; what makes no sense there is this year. */
export function readRange(search: string): ChosenRange {
  const query = new URLSearchParams(search);
  const wanted = query.get("range");
  const preset = RANGE_PRESETS.find((one) => one === wanted);
  if (preset) return { preset };
  return readDates(query.get("from") ?? "", query.get("to") ?? "") ?? DEFAULT;
}

/** Two dates as they were picked; undefined while one is missing, or they run backwards. */
export function readDates(from: string, to: string): ChosenRange | undefined {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first === undefined || last === undefined || first > last ? undefined : { preset: "custom", from, to };
}

/** The same as a query, with its question mark; this year needs none. */
export function writeRange(range: ChosenRange): string {
  if (range.preset === "custom") return `?${new URLSearchParams({ from: range.from, to: range.to })}`;
  return range.preset === "year" ? "" : `?${new URLSearchParams({ range: range.preset })}`;
}

/**
 * The dates to ask for. Today is the server's, whose clock decides what a day is.
 * @param known any answer about the same track; undefined as long as there is none
 * @returns nothing to name for this year, which is what the server answers by itself; undefined where a preset
 *   needs to know more first
 */
export function datesOf(
  range: ChosenRange,
  known: Pick<Insights, "asOf" | "firstPlayOn"> | undefined,
): { from?: string; to?: string } | undefined {
  if (range.preset === "year") return {};
  if (range.preset === "custom") return { from: range.from, to: range.to };
  if (!known) return undefined;
  const today = dayOf(Date.parse(known.asOf));
  const first = known.firstPlayOn === undefined ? today : (parseIsoDate(known.firstPlayOn) ?? today);
  const { from, to } = presetRange(range.preset, today, first);
  return { from: isoDate(from), to: isoDate(to) };
}
