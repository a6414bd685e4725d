import type { AnnouncementView } from "@beatpass/shared/contracts";

const base = { occurredAt: "2026-11-20T12:00:00.000Z", basis: "computed", demo: false } as const;

/** A level-up; the level tells one from another. */
export const levelUp = (level: number, name = "Kaya Noir"): AnnouncementView => ({
  ...base,
  kind: "level-up",
  producer: { id: "1", name },
  fromLevel: level - 1,
  level,
  title: "Skilled Producer",
  newTitle: false,
  cause: { reason: "upload", track: { id: "2", name: "Night bus" } },
});

export const unlock: AnnouncementView = {
  ...base,
  kind: "achievement-unlock",
  producer: { id: "1", name: "Kaya Noir" },
  achievements: [
    { slug: "team-player", name: "Team Player", rarity: "rare", description: "10 collaborative tracks", xp: 500 },
  ],
  holdersShare: 0.06,
  nowLevel: 12,
};

export const numberOne: AnnouncementView = {
  ...base,
  kind: "new-number-one",
  producer: { id: "3", name: "Milo Beats" },
  category: "plays",
  period: "7d",
  lead: 212,
  shared: false,
  back: false,
  total: 214,
};

/** For the producer alone. */
export const spike: AnnouncementView = {
  ...base,
  kind: "spike",
  producer: { id: "1", name: "Kaya Noir" },
  track: { id: "2", name: "Night bus" },
  date: "2026-11-20",
  plays: 90,
  usual: 4,
};

/** For whoever administers a community. */
export const permissionMissing = (platform: "discord" | "slack", channelId: string): AnnouncementView => ({
  kind: "notice",
  occurredAt: base.occurredAt,
  demo: false,
  about: "permission-missing",
  platform,
  community: { id: "c", name: "Beat Lab" },
  channelId,
  locale: "en",
});
