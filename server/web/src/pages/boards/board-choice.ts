import { CATEGORIES, periodWindow, seasonBefore, seasonOf } from "@beatpass/shared/rules";
import type { BoardRef } from "../../api/queries.ts";

export const ROLLING_PERIODS = ["all-time", "7d", "30d"] as const;

/** A board, and which part of it: from its top, or around one's own place. */
export type BoardChoice = BoardRef & { from: "top" | "me" };

/** Reads the choice out of an address's query; what makes no sense there is overall, all time, everybody. */
export function readChoice(search: string): BoardChoice {
  const query = new URLSearchParams(search);
  const period = query.get("period") ?? "all-time";
  return {
    category: CATEGORIES.find((one) => one === query.get("category")) ?? "overall",
    period: periodWindow(period, 0) === undefined ? "all-time" : period,
    community: query.get("community") || undefined,
    from: query.get("from") === "me" ? "me" : "top",
  };
}

/** The same as a query, with its question mark; what goes without saying is left out. */
export function writeChoice({ category, period, community, from }: BoardChoice): string {
  const query = new URLSearchParams({
    ...(category !== "overall" && { category }),
    ...(period !== "all-time" && { period }),
    ...(community !== undefined && { community }),
    ...(from === "me" && { from }),
  });
  return query.size === 0 ? "" : `?${query}`;
}

/** This season, the one before it and those of the past that have boards, newest first, with the chosen one wherever it lies. */
export function seasonsOffered(now: Date, chosen: string, past: readonly string[] = []): string[] {
  const seasons = [seasonOf(now.getTime()), seasonBefore(now.getTime()), ...past];
  return [...new Set(isSeason(chosen) ? [...seasons, chosen] : seasons)].sort().reverse();
}

/** "2026-H2", unlike "7d" and "all-time". */
export const isSeason = (period: string): boolean => /^\d{4}-H[12]$/.test(period);
