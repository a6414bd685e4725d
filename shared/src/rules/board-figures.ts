import { type CatalogIndex, isOnBoards, type OwnTrack } from "./catalog.ts";
import { contributionValue } from "./contribution.ts";
import { type Period, periodWindow, type Window } from "./leaderboards.ts";
import { PreciseSum } from "./precise-sum.ts";
import type { BoardFigures } from "./scores.ts";
import { isCollaborative } from "./xp.ts";

/** Which board is asked for, and when. */
export type PeriodInput = {
  period: Period;
  /** ms; the instant of the refresh. */
  now: number;
  /** Counted plays in the period by track index, missing or 0 for tracks without one; "all" for all time: the catalog has them. */
  plays: ArrayLike<number> | "all";
};

/** One period's view of every track, by track index. */
type PeriodTracks = { window: Window; plays: Float64Array; contribution: Float64Array };

/**
 * Gives each producer's figures of one period, by producer index; nothing of those who appear on no board. XP and
 * achievements, which do not follow from tracks and plays, are 0. One after the other: all of them at once would be most
 * of what a refresh of many producers has to clear away.
 * Throws a RangeError for a word that is no period.
 */
export function eachFigures(
  index: CatalogIndex,
  input: PeriodInput,
  visit: (producer: number, figures: BoardFigures) => void,
): void {
  const tracks = periodTracks(index, input);
  const platform = new PreciseSum();
  for (const value of tracks.contribution) platform.add(value);
  const lastSeen = new Int32Array(index.producerOfArtist.length).fill(-1);
  for (const [producer, own] of index.own.entries()) {
    if (isOnBoards(index, producer)) visit(producer, figuresOf(index, tracks, platform.value, producer, own, lastSeen));
  }
}

function periodTracks({ catalog }: CatalogIndex, { period, now, plays }: PeriodInput): PeriodTracks {
  const window = periodWindow(period, now);
  if (!window) throw new RangeError(`"${period}" is no leaderboard period`);
  // Aged at the period's end or now, whichever is earlier (spec §6).
  const agedAt = Math.min(window.end, now);
  const counts = new Float64Array(catalog.tracks.length);
  const contribution = new Float64Array(catalog.tracks.length);
  for (const [at, track] of catalog.tracks.entries()) {
    counts[at] = plays === "all" ? track.plays : (plays[at] ?? 0);
    if (track.publishedAt < window.end) contribution[at] = contributionValue(track, counts[at]!, agedAt);
  }
  return { window, plays: counts, contribution };
}

function figuresOf(
  index: CatalogIndex,
  { window, plays, contribution }: PeriodTracks,
  platformContribution: number,
  producer: number,
  own: readonly OwnTrack[],
  /** Per artist, the producer on whose behalf it was last met: tells a collaborator's first appearance. */
  lastSeen: Int32Array,
): BoardFigures {
  const totals = { plays: 0, uploads: 0, averaged: 0, filledFields: 0 };
  const together = { tracks: 0, collaborators: 0, plays: 0 };
  const contributed = new PreciseSum();
  const contributedTogether = new PreciseSum();
  for (const { index: at, profiles } of own) {
    const { publishedAt, filledFields } = index.catalog.tracks[at]!;
    const credits = index.credits[at]!;
    const share = (contribution[at]! * profiles) / credits.length;
    totals.plays += plays[at]!;
    if (publishedAt >= window.end) continue;
    totals.averaged++;
    totals.filledFields += filledFields;
    contributed.add(share);
    if (publishedAt < window.start) continue;
    totals.uploads++;
    if (!isCollaborative(credits.length)) continue;
    together.tracks++;
    together.plays += plays[at]!;
    contributedTogether.add(share);
    for (const artist of credits) {
      if (index.producerOfArtist[artist] === producer || lastSeen[artist] === producer) continue;
      lastSeen[artist] = producer;
      together.collaborators++;
    }
  }
  return {
    xp: 0,
    achievements: 0,
    plays: totals.plays,
    uploads: totals.uploads,
    averaged: totals.averaged,
    filledFields: totals.filledFields,
    collaboration: {
      tracks: together.tracks,
      collaborators: together.collaborators,
      plays: together.plays,
      contribution: contributedTogether.value,
      achievements: 0,
    },
    contribution: contributed.value,
    platformContribution,
  };
}
