import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identities, stripeAccounts, transactions } from "../../db/schema/index.ts";
import { recordStripeEvent, saveStripeAccount } from "../../finances/index.ts";
import { bestRank, refreshLeaderboards } from "../../leaderboards/index.ts";
import { readBoard } from "../../leaderboards/read-board.ts";
import {
  announcedTo,
  artist,
  checkLedger,
  community,
  createTestApp,
  createTestContext,
  download,
  fold,
  follow,
  link,
  plays,
  profile,
  record,
  type TestApp,
  type TestContext,
  totalXp,
  track,
} from "../../testing/index.ts";
import { askForArtist } from "../claims/ask-for-artist.ts";
import { createOwnKey } from "../own-keys.ts";
import { readPrivacy } from "../read-privacy.ts";
import { savePrivacy } from "../save-privacy.ts";
import { eraseAccount } from "./erase-account.ts";

let context: TestContext;
let api: TestApp;
/** Kaya and Milo share a track; Kaya is about to go. */
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  await community(context, "guild", { levelUpFrom: 1, unlocksFrom: "common" });
  const pictures = ["https://pictures.example/kaya-portrait.jpg"];
  const links = ["https://links.example/kaya"];
  await record(
    context,
    artist("k1", { name: "Kaya Früher", producerId: "kaya", pictures, links, bio: "Born in “Aarhus”." }),
    artist("m1", { name: "Milo", producerId: "milo" }),
  );
  await record(context, profile("k1", { name: "Kaya Noir", producerId: "kaya" }));
  await record(
    context,
    track("solo", ["k1"]),
    track("both", ["m1", "k1"]),
    ...plays("both", 30),
    ...plays("solo", 12, { listenerId: "listener-1" }),
    ...plays("both", 3, { listenerId: "kaya" }),
  );
  await record(context, download("both", "kaya"), follow("m1", "kaya"), follow("k1", "fan"));
  await api.signIn("kaya@example.org", { producerId: "kaya" });
  await api.signIn("milo@example.org", { producerId: "milo" });
  await fold(context);
  await refreshLeaderboards(context, { announces: false });
});
afterEach(() => context.close());

async function userId(email: string): Promise<string> {
  const [row] = await context.db.all<{ id: string }>(sql`SELECT id FROM user WHERE email = ${email}`);
  return row!.id;
}
const erase = async (email: string) => eraseAccount(context, { userId: await userId(email) });

/** Every value of every table. */
async function wholeDatabase(): Promise<string> {
  const tables = await context.db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const rows = [];
  for (const { name } of tables) rows.push(await context.db.all(sql.raw(`SELECT * FROM "${name}"`)));
  return JSON.stringify(rows);
}

/** Everything there is about a person beside the catalog. */
async function leaveTraces(): Promise<void> {
  const { db } = context;
  const id = await userId("kaya@example.org");
  await link(context, (await db.all<{ id: string }>(sql`SELECT id FROM communities`))[0]!.id, "kaya");
  await db.insert(identities).values({
    platform: "discord",
    scope: "",
    platformUserId: "user-kaya",
    producerId: "kaya",
    displayName: "kaya#display",
    linkedAt: 0,
  });
  await createOwnKey(context, { userId: id, producerId: "kaya", note: "Kaya’s kitchen screen" });
  await askForArtist(context, { userId: id, wanted: { artist: "k9", name: "Kaya’s other", note: "It is me, Kaya" } });
  const asked = [
    { is: "hold-roles", userId: "user-kaya", hold: [], managed: [], reason: "Level 5" },
    { is: "card", locale: "en", view: { kind: "level-up", producer: { id: "kaya", name: "Kaya Noir" } } },
  ];
  for (const [n, errand] of asked.entries()) {
    await db.run(sql`INSERT INTO errands (id, platform, guild_id, errand, expires_at)
      VALUES (${`e${n}`}, 'discord', 'guild', ${JSON.stringify(errand)}, 9e12)`);
  }
  await db.run(sql`INSERT INTO deliveries (id, announcement_id, community_id, platform, channel_id, person_scope, status)
    VALUES ('private', 'd', 'person', 'discord', 'user-kaya', '', 'delivered')`);
  await db.run(sql`UPDATE communities SET administrator_id = 'user-kaya'`);
  await db.run(sql`INSERT INTO link_tries (who, tries, since) VALUES ('discord:user-kaya', 1, 0)`);
  const digest = { kind: "community-digest", lines: [{ about: "top", name: "Kaya Noir", plays: 45 }] };
  await db.run(sql`INSERT INTO announcements (id, kind, producer_id, cause, view, occurred_at)
    VALUES ('d', 'community-digest', '', 'digest:d', ${JSON.stringify(digest)}, 0)`);
  await db.insert(stripeAccounts).values({ producerId: "kaya", livemode: false, accountId: "acct_kaya" });
  await db.insert(transactions).values({
    id: "ch_1",
    accountId: "acct_kaya",
    producerId: "kaya",
    kind: "track-sale",
    amount: 2500,
    currency: "eur",
    trackId: "solo",
    at: 0,
  });
}

describe("a deleted account", () => {
  test("leaves nothing personal anywhere, and a ledger that still gives the same state", async () => {
    await leaveTraces();
    const before = await wholeDatabase();
    const traces = [
      "Kaya",
      "kaya@example.org",
      "kaya-portrait",
      "Aarhus",
      "kaya#display",
      "user-kaya",
      "acct_kaya",
      "kitchen screen",
    ];
    expect(traces.filter((trace) => !before.includes(trace))).toEqual([]);
    await erase("kaya@example.org");
    const after = await wholeDatabase();
    expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("hears nothing and leaves nothing of money that moves afterwards, but the amounts", async () => {
    await leaveTraces();
    await context.db.insert(transactions).values({
      ...{ id: "pi_named", producerId: "kaya", kind: "track-sale", amount: 900, currency: "eur", at: 0 },
    });
    await erase("kaya@example.org");
    const own = { accountId: "acct_kaya", namedProducer: undefined, trackId: "solo", currency: "eur", at: 1 };
    const named = { ...own, accountId: undefined, namedProducer: "kaya" };
    const event = (id: string) => ({ id, type: "test", accountId: "acct_kaya", receivedAt: 1 });
    await recordStripeEvent(context, {
      event: event("evt_1"),
      livemode: false,
      transactions: [
        { ...own, id: "re_1", kind: "refund", amount: -2500, partOf: "ch_1" },
        { ...named, id: "re_2", kind: "refund", amount: -900, partOf: "pi_named" },
        { ...own, id: "pi_late", kind: "track-sale", amount: 700 },
        { ...named, id: "pi_late_named", kind: "track-sale", amount: 800 },
        { ...own, id: "tr_late", kind: "subscription-payout", amount: 300 },
      ],
    });
    await recordStripeEvent(context, {
      event: event("evt_2"),
      livemode: false,
      payout: {
        ...{ ...own, id: "po_1", kind: "payout", detail: "payout-sent", amount: -10 },
        ...{ expectedOn: "2026-11-26", failure: "bank-refused" },
      },
    });
    const rows = await context.db.select().from(transactions);
    expect(rows).toHaveLength(8);
    expect(rows.filter(({ producerId, accountId }) => producerId !== null || accountId !== null)).toEqual([]);
    expect(await wholeDatabase()).not.toContain("acct_kaya");
    const told = sql`SELECT kind FROM announcements WHERE kind IN ('sale', 'refund', 'payout-sent')`;
    expect(await context.db.all(told)).toEqual([]);
  });

  test("gets what it sells once it is there again", async () => {
    await leaveTraces();
    await erase("kaya@example.org");
    await api.signIn("again@example.org", { producerId: "kaya" });
    const account = {
      ...{ accountId: "acct_kaya", detailsSubmitted: true, chargesEnabled: true, payoutsEnabled: true },
      ...{ requirementsDue: 0, asOf: 1 },
    };
    await saveStripeAccount(context, { producerId: "kaya", livemode: false, account });
    const sold = { kind: "track-sale" as const, amount: 700, currency: "eur", trackId: undefined, at: 1 };
    await recordStripeEvent(context, {
      event: { id: "evt_1", type: "test", accountId: null, receivedAt: 1 },
      livemode: false,
      transactions: [
        { ...sold, id: "pi_1", accountId: "acct_kaya", namedProducer: undefined },
        { ...sold, id: "pi_2", accountId: undefined, namedProducer: "kaya" },
      ],
    });
    const rows = await context.db.all(sql`SELECT id FROM transactions WHERE producer_id = 'kaya' ORDER BY id`);
    expect(rows).toEqual([{ id: "pi_1" }, { id: "pi_2" }]);
  });

  test("leaves others’ figures as they were", async () => {
    const xp = await totalXp(context.db, "milo");
    await record(context, ...plays("both", 5));
    await erase("kaya@example.org");
    expect(await totalXp(context.db, "milo")).toBe(xp + 5);
    const [both] = await context.db.all(sql`SELECT plays, title FROM tracks WHERE id = 'both'`);
    await fold(context);
    const [counted] = await context.db.all<{ plays: number }>(sql`SELECT plays FROM tracks WHERE id = 'both'`);
    expect(both).toMatchObject({ title: "Track both" });
    // Three of the 38 were Kaya’s own, which never counted.
    expect(counted!.plays).toBe(35);
    await refreshLeaderboards(context, { announces: false });
    expect(await bestRank(context.db, "milo")).toMatchObject({ rank: 1 });
    expect(await checkLedger(context)).toEqual([]);
  });

  test("is on no board from then on, and earns nothing more", async () => {
    const rows = async () => {
      const board = await readBoard(context, {
        category: "plays",
        period: "all-time",
        limit: 50,
        refreshMinutes: 30,
        asker: { producerId: "milo", seesAll: false },
      });
      return board.rows.map(({ producerId }) => producerId);
    };
    expect(await rows()).toEqual(["kaya", "milo"]);
    await erase("kaya@example.org");
    expect(await rows()).toEqual(["milo"]);
    const xp = await totalXp(context.db, "kaya");
    await record(context, ...plays("solo", 4));
    expect(await totalXp(context.db, "kaya")).toBe(xp);
  });

  test("is named in no announcement, and what was not said yet is not said", async () => {
    const { db } = context;
    // Told already: what others were told of stays told, without the name.
    await db.run(sql`UPDATE deliveries SET status = 'delivered' WHERE seq = 1`);
    const folded = {
      kind: "folded",
      occurredAt: "2026-11-23T12:00:00.000Z",
      demo: false,
      community: { id: "com1", name: "Kaya Noir" },
      over: "hour",
      lines: [
        { about: "unlock", name: "Kaya Noir", achievement: { slug: "photogenic", name: "Photogenic" }, more: 0 },
        { about: "level", name: "Milo", level: 5 },
      ],
      more: 0,
    };
    await db.run(sql`INSERT INTO announcements (id, kind, producer_id, cause, view, occurred_at)
      VALUES ('f', 'folded', '', 'folded:f', ${JSON.stringify(folded)}, 0)`);
    await erase("kaya@example.org");
    const [row] = await db.all<{ view: string }>(sql`SELECT view FROM announcements WHERE id = 'f'`);
    const view = JSON.parse(row!.view) as typeof folded;
    expect(view.lines[0]!.name).toMatch(/^Artist [0-9A-F]{6}$/);
    expect(view.lines[0]!.achievement).toEqual({ slug: "photogenic", name: "Photogenic" });
    expect(view).toMatchObject({ community: { name: "Kaya Noir" }, lines: [{}, { name: "Milo" }] });
    const stillToSay = (await announcedTo(context)).filter(
      ([, told]) => "producer" in told && told.producer.id === "kaya",
    );
    const [{ open } = { open: -1 }] = await db.all<{ open: number }>(sql`
      SELECT count(*) AS open FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
      WHERE a.producer_id = 'kaya' AND d.status IN ('waiting', 'held')`);
    expect(open).toBe(0);
    expect(JSON.stringify(stillToSay)).not.toContain("Kaya");
  });

  test("whose artist comes back in later facts stays unlinked and silent", async () => {
    await savePrivacy(context, { producerId: "kaya", choices: await readPrivacy(context.db, "kaya") });
    await erase("kaya@example.org");
    await record(context, profile("k1", { name: "Somebody else now" }));
    const [row] = await context.db.all(sql`SELECT name, producer_id FROM artists WHERE id = 'k1'`);
    expect(row).toEqual({ name: "Somebody else now", producer_id: null });
    expect((await readPrivacy(context.db, "kaya")).announced.discord["level-up"]).toBe(false);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("whose id comes back can be deleted again, with what it heard and followed since", async () => {
    await erase("kaya@example.org");
    await record(context, artist("k1", { name: "Kaya Again", producerId: "kaya" }, { time: "2026-11-23T12:01:00Z" }));
    await record(context, ...plays("both", 2, { listenerId: "kaya" }), download("both", "kaya"), follow("m1", "kaya"));
    await api.signIn("again@example.org", { producerId: "kaya" });
    await erase("again@example.org");
    expect(await context.db.all(sql`SELECT id FROM listeners WHERE id = 'kaya'`)).toEqual([]);
    expect(await context.db.all(sql`SELECT user_id FROM follows WHERE user_id = 'kaya'`)).toEqual([]);
    await fold(context);
    expect(await checkLedger(context)).toEqual([]);
  });

  test("leaves the artists be where another account has them too", async () => {
    await api.signIn("manager@example.org", { producerId: "kaya" });
    await erase("manager@example.org");
    const [row] = await context.db.all(sql`SELECT name, producer_id FROM artists WHERE id = 'k1'`);
    expect(row).toEqual({ name: "Kaya Noir", producer_id: "kaya" });
  });

  test("is never that of the only administrator", async () => {
    await api.signIn("boss@example.org", { admin: true });
    await expect(erase("boss@example.org")).rejects.toMatchObject({ code: "conflict" });
    await api.signIn("second@example.org", { admin: true });
    await erase("boss@example.org");
    expect(await context.db.all(sql`SELECT 1 FROM user WHERE email = 'boss@example.org'`)).toEqual([]);
  });
});
