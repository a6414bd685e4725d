/** A place on a board at one refresh; without the score where that is no longer known. */
export type Place = { rank: number; score?: number };
export type Places = ReadonlyMap<string, Place>;

export type PlaceChange = { producerId: string; before?: Place; now?: Place };

export type RankMove = {
  /** Whom one moved ahead of: they stood before or beside one and now stand behind, or are not ranked any more. */
  passed: PlaceChange[];
  /** Who moved ahead: they stood behind or beside one, or were not ranked, and now stand before. */
  passedBy: PlaceChange[];
  /**
   * Whose score changed: one's own, that of those who changed places with one, both, or nobody's. One that is no longer
   * known may have, and counts as changed.
   */
  moved: "mine" | "others" | "both" | "none";
};

/**
 * Why a rank changed between two refreshes. Only who was ranked at both of them passes and is passed by others: a
 * newcomer passes nobody.
 */
export function rankMove(me: string, before: Places, now: Places): RankMove {
  const mine = { before: before.get(me), now: now.get(me) };
  const passed: PlaceChange[] = [];
  const passedBy: PlaceChange[] = [];
  if (mine.before && mine.now) {
    for (const producerId of new Set([...before.keys(), ...now.keys()])) {
      if (producerId === me) continue;
      const other = { producerId, ...given("before", before.get(producerId)), ...given("now", now.get(producerId)) };
      const wasAhead = isAhead(mine.before, other.before);
      const isBehind = isAhead(mine.now, other.now);
      if (!wasAhead && isBehind) passed.push(other);
      if (!isAhead(other.before, mine.before) && isAhead(other.now, mine.now)) passedBy.push(other);
    }
  }
  const byPlace = (a: PlaceChange, b: PlaceChange) =>
    (a.now?.rank ?? Number.POSITIVE_INFINITY) - (b.now?.rank ?? Number.POSITIVE_INFINITY) ||
    (a.before?.rank ?? 0) - (b.before?.rank ?? 0);
  const iScored = mayHaveScored(mine);
  const theyScored = [...passed, ...passedBy].some(mayHaveScored);
  return {
    passed: passed.sort(byPlace),
    passedBy: passedBy.sort(byPlace),
    moved: iScored ? (theyScored ? "both" : "mine") : theyScored ? "others" : "none",
  };
}

const mayHaveScored = ({ before, now }: { before?: Place | undefined; now?: Place | undefined }): boolean =>
  before?.score === undefined || before.score !== now?.score;

const given = <Key extends string>(key: Key, place: Place | undefined) =>
  (place ? { [key]: place } : {}) as { [K in Key]?: Place };

/** Strictly: who shares a rank is not ahead; anybody ranked is ahead of who is not. */
const isAhead = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined && (other === undefined || one.rank < other.rank);
