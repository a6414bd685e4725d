import type { AccountExport, AnnouncementView } from "@beatpass/shared/contracts";
import { achievementBySlug, type XpSource } from "@beatpass/shared/rules";
import { asc, eq } from "drizzle-orm";
import type { ReadContext } from "../../context.ts";
import { announcements, producers, transactions, user, visits, xpEntries } from "../../db/schema/index.ts";
import { notFound } from "../../errors.ts";
import { listIdentities } from "../../identities/index.ts";
import { readSources } from "../../progress/index.ts";
import { readConnection } from "../../sources/beatpass/index.ts";
import { listBrowsers } from "../browsers.ts";
import { listClaims } from "../claims/index.ts";
import { listOwnKeys } from "../own-keys.ts";
import { readAccount } from "../read-account.ts";
import { readPrivacy } from "../read-privacy.ts";
import { exportArtists, exportTracks } from "./export-catalog.ts";
import { exportCommunities, exportSessions, exportStripeAccounts } from "./export-links.ts";
import { exportDownloads, exportFollows } from "./export-listener.ts";

/** What this server keeps about a person, for the person: no secrets, and nobody else's figures. */
export async function exportAccount(
  { db, clock }: ReadContext,
  who: { userId: string; sessionId: string },
): Promise<AccountExport> {
  const { userId } = who;
  const [row] = await db.select().from(user).where(eq(user.id, userId));
  if (!row) throw notFound();
  const { artists: _artists, demo: _demo, ...account } = await readAccount(db, userId);
  const { producerId } = row;
  const [visit] = await db.select().from(visits).where(eq(visits.userId, userId));
  return {
    exportedAt: new Date(clock.now()).toISOString(),
    account: { ...account, createdAt: row.createdAt.toISOString(), ...(visit && { lastVisitAt: iso(visit.seenAt) }) },
    ...(producerId === null ? NOTHING : await exportProducer({ db, clock }, producerId)),
    claims: await listClaims(db, userId),
    sessions: await exportSessions(db, userId),
    browsers: (await listBrowsers(db, who)).map(({ current: _current, ...browser }) => browser),
    keys: await listOwnKeys(db, userId),
  };
}

type OfProducer = Omit<AccountExport, "exportedAt" | "account" | "claims" | "sessions" | "browsers" | "keys">;

const NOTHING: OfProducer = {
  artists: [],
  tracks: [],
  xp: { total: 0, level: 1, bySource: [], entries: [] },
  achievements: [],
  announcements: [],
  transactions: [],
  stripeAccounts: [],
  downloads: [],
  follows: [],
  communities: [],
  identities: [],
};

async function exportProducer(context: ReadContext, producerId: string): Promise<OfProducer> {
  const { db } = context;
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  const entries = await db
    .select()
    .from(xpEntries)
    .where(eq(xpEntries.producerId, producerId))
    .orderBy(asc(xpEntries.at), asc(xpEntries.reason), asc(xpEntries.subject));
  const told = await db
    .select()
    .from(announcements)
    .where(eq(announcements.producerId, producerId))
    .orderBy(asc(announcements.occurredAt));
  const money = await db
    .select()
    .from(transactions)
    .where(eq(transactions.producerId, producerId))
    .orderBy(asc(transactions.at));
  return {
    artists: await exportArtists(db, producerId),
    tracks: await exportTracks(db, producerId),
    xp: {
      total: producer!.xp,
      level: producer!.level,
      bySource: await readSources(db, producerId),
      entries: entries.map(({ reason, subject, xp, at }) => ({ reason, subject, xp, at: iso(at) })),
    },
    achievements: entries.filter(({ reason }) => reason === ACHIEVEMENT).map(asAchievement),
    announcements: told.map(({ id, view }) => ({ id, view: view as AnnouncementView })),
    transactions: money.map(({ id, kind, detail, amount, currency, trackId, at }) => ({
      id,
      kind,
      ...(detail !== null && { detail }),
      amount,
      currency,
      ...(trackId !== null && { trackId }),
      at: iso(at),
    })),
    stripeAccounts: await exportStripeAccounts(db, producerId),
    ...(await exportConnection(context, producerId)),
    downloads: await exportDownloads(db, producerId),
    follows: await exportFollows(db, producerId),
    communities: await exportCommunities(db, producerId),
    privacy: await readPrivacy(db, producerId),
    identities: (await listIdentities(db, producerId)).identities,
  };
}

async function exportConnection(context: ReadContext, producerId: string): Promise<Pick<OfProducer, "beatpass">> {
  const beatpass = await readConnection(context, producerId);
  return beatpass ? { beatpass } : {};
}

const ACHIEVEMENT: XpSource = "achievement";
const iso = (ms: number): string => new Date(ms).toISOString();

const asAchievement = ({ subject, xp, at }: typeof xpEntries.$inferSelect) => ({
  slug: subject,
  name: achievementBySlug(subject)?.name ?? subject,
  xp,
  unlockedAt: iso(at),
});
