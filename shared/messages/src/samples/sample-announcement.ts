import type { AnnouncementView, PreviewKind } from "@beatpass/shared/contracts";
import { announcementPath } from "@beatpass/shared/links";
import { MS_PER_DAY } from "@beatpass/shared/metrics";

type SampleContext = {
  community: { id: string; name: string };
  now: Date;
  /** An address of the dashboard; absent where none may be posted. */
  url?: string | undefined;
};

const PRODUCER = { id: "sample", name: "Kaya Noir" };
const PODIUM = ["Kaya Noir", "Milo Beats", "Zoë Lark"];

/** An announcement as a community would get it, for previews and tests of a channel: made-up people, real wording. */
export function sampleAnnouncement(kind: PreviewKind, context: SampleContext): AnnouncementView {
  const view = sampleView(kind, context);
  // Its board is nobody's: the way on leads to everybody's.
  const path = announcementPath("among" in view ? { ...view, among: undefined } : view, "channel");
  return context.url === undefined || path === undefined ? view : { ...view, url: new URL(context.url).origin + path };
}

function sampleView(kind: PreviewKind, { community, now }: SampleContext): AnnouncementView {
  const base = {
    producer: PRODUCER,
    occurredAt: now.toISOString(),
    basis: "computed" as const,
    demo: false,
  };
  const board = {
    ...base,
    category: "plays" as const,
    period: "7d",
    total: 48,
    among: { id: community.id, name: community.name },
  };
  switch (kind) {
    case "level-up":
      return {
        ...base,
        kind,
        fromLevel: 9,
        level: 10,
        title: "Experienced Producer",
        newTitle: true,
        cause: { reason: "upload", track: { id: "sample", name: "Night Bus" } },
      };
    case "achievement-unlock": {
      const achievement = { slug: "team-player", name: "Team Player", rarity: "rare" as const, xp: 150 };
      const description = "10 collaborative tracks";
      return { ...base, kind, achievements: [{ ...achievement, description }], holdersShare: 0.06 };
    }
    case "new-number-one":
      return { ...board, kind, podium: PODIUM, lead: 212, shared: false, back: false };
    case "top-three":
      return { ...board, kind, podium: PODIUM.toReversed(), rank: 3, previousRank: 6 };
    case "top-ten":
      return { ...board, kind, rank: 8, previousRank: 14 };
    case "climb":
      return { ...board, kind, rank: 5, toNext: { rank: 4, gap: 37 } };
    case "tier-reached":
      return { ...board, kind, category: "overall", period: "all-time", tier: "gold", score: 61.4 };
    case "community-digest": {
      const day = (before: number) => new Date(now.getTime() - before * MS_PER_DAY).toISOString().slice(0, 10);
      return {
        kind,
        occurredAt: base.occurredAt,
        demo: false,
        community,
        range: { from: day(7), to: day(1) },
        lines: [
          { about: "plays", plays: 1840, change: 0.12 },
          { about: "top", name: "Kaya Noir", plays: 612 },
          { about: "climb", name: "Zoë Lark", from: 12, to: 5, category: "plays" },
          {
            about: "rarest",
            name: "Milo Beats",
            achievement: { slug: "team-player", name: "Team Player" },
            rarity: "rare",
          },
          { about: "new", names: ["Zoë Lark", "Noor"] },
        ],
      };
    }
    case "folded":
      return {
        kind,
        occurredAt: base.occurredAt,
        demo: false,
        community,
        over: "hour",
        lines: [
          { about: "level", name: "Kaya Noir", level: 10 },
          { about: "unlock", name: "Milo Beats", achievement: { slug: "team-player", name: "Team Player" }, more: 0 },
          { about: "rank", name: "Zoë Lark", rank: 3, category: "plays", period: "7d" },
        ],
        more: 2,
      };
  }
}
