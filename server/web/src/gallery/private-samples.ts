import type { AnnouncementView, ChatPlatform } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";

/** What a producer alone is told, and who administers a community. */
export function privateSamples(platform: ChatPlatform, now: Date, url: string): AnnouncementView[] {
  const base = {
    producer: { id: "sample", name: "Kaya Noir" },
    occurredAt: now.toISOString(),
    basis: "computed" as const,
    demo: false,
    url,
  };
  const track = { id: "sample", name: "Night Bus" };
  const range = { from: "2026-11-16", to: "2026-11-22" };
  const rank = { category: "plays" as const, rank: 4, total: 214, movement: 3 };
  const next = { slug: "team-player", name: "Team Player", current: 8, target: 10, unit: "collaborations" };
  return [
    { ...base, kind: "spike", track, date: "2026-11-23", plays: 214, usual: 31 },
    { ...base, kind: "sale", track, amount: 2499, currency: "usd" },
    { ...base, kind: "refund", track, amount: 2499, currency: "usd" },
    { ...base, kind: "payout-sent", amount: 18250, currency: "usd", expectedOn: "2026-11-26" },
    { ...base, kind: "payout-failed", amount: 18250, currency: "usd", reason: "account-closed" },
    {
      ...base,
      kind: "own-digest",
      range,
      plays: 612,
      change: 0.12,
      best: { track, plays: 240 },
      rank,
      unlocked: 1,
      next,
    },
    {
      kind: "token-soon",
      occurredAt: base.occurredAt,
      demo: false,
      url,
      days: 3,
      expiresAt: new Date(now.getTime() + 3 * MS_PER_DAY).toISOString(),
    },
    { ...base, kind: "own-digest", range, plays: 0, rank: { ...rank, movement: 0 }, unlocked: 0 },
    {
      kind: "notice",
      occurredAt: base.occurredAt,
      demo: false,
      platform,
      community: { id: "sample", name: "Beat Lab" },
      locale: "en",
      ...(platform === "discord"
        ? { about: "roles-missing" as const }
        : { about: "permission-missing" as const, channelId: "C0BEATS" }),
    },
  ];
}
