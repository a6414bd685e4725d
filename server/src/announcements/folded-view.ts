import type { AnnouncementView, FoldedLine, NamedRef } from "@beatpass/shared/contracts";

type Folded = Extract<AnnouncementView, { kind: "folded" }>;

/** Lines of a folded message at most; what is beyond is counted. */
const LINES = 10;

/** Several announcements of a community as one, oldest first; undefined where none of them has a line. */
export function foldedView(
  views: readonly AnnouncementView[],
  about: { community: NamedRef; demo: boolean; over: Folded["over"]; at: number },
): Folded | undefined {
  const lines = withoutOvertaken(views).flatMap(foldedLine);
  if (lines.length === 0) return undefined;
  return {
    kind: "folded",
    occurredAt: new Date(about.at).toISOString(),
    demo: about.demo,
    community: about.community,
    over: about.over,
    lines: lines.slice(0, LINES),
    more: Math.max(0, lines.length - LINES),
  };
}

/**
 * Without what a later one says anew: of a producer whose level rose several times the last rise, from where the first one
 * began; of one who moved several times on a board the last place.
 */
export function withoutOvertaken(views: readonly AnnouncementView[]): AnnouncementView[] {
  const kept = new Map<string, AnnouncementView>();
  for (const [at, view] of views.entries()) {
    const key = subjectOf(view) ?? String(at);
    const before = kept.get(key);
    // Where the last one stands: the oldest comes first.
    kept.delete(key);
    kept.set(key, before ? latestOf(before, view) : view);
  }
  return [...kept.values()];
}

/** What is said anew by the next one about the same; undefined for what stays true beside it. */
function subjectOf(view: AnnouncementView): string | undefined {
  if (!("producer" in view)) return undefined;
  const { id } = view.producer;
  if (view.kind === "level-up") return `level ${id}`;
  const isOfBoard = "rank" in view || view.kind === "new-number-one";
  return isOfBoard && "period" in view ? `rank ${view.category} ${view.period} ${id}` : undefined;
}

/** Whichever of two about the same happened later, in whatever order they were kept. */
function latestOf(one: AnnouncementView, other: AnnouncementView): AnnouncementView {
  if (one.kind !== "level-up" || other.kind !== "level-up") return one.occurredAt > other.occurredAt ? one : other;
  const [low, high] = one.level < other.level ? [one, other] : [other, one];
  return { ...high, fromLevel: Math.min(low.fromLevel, high.fromLevel), newTitle: low.newTitle || high.newTitle };
}

/** The line of one announcement; none for what is private. */
export function foldedLine(view: AnnouncementView): FoldedLine[] {
  if (!("producer" in view)) return [];
  const { name } = view.producer;
  switch (view.kind) {
    case "level-up":
    case "joined":
      return [{ about: "level", name, level: view.level }];
    case "achievement-unlock": {
      const [{ slug, name: achievement }, ...others] = view.achievements as [
        (typeof view.achievements)[number],
        ...typeof view.achievements,
      ];
      return [{ about: "unlock", name, achievement: { slug, name: achievement }, more: others.length }];
    }
    case "tier-reached":
      return [{ about: "tier", name, tier: view.tier, category: view.category }];
    case "new-number-one":
      return [{ about: "rank", name, rank: 1, category: view.category, period: view.period }];
    case "spike":
    case "sale":
    case "refund":
    case "payout-sent":
    case "payout-failed":
    case "own-digest":
      return [];
    default:
      return [{ about: "rank", name, rank: view.rank, category: view.category, period: view.period }];
  }
}
