import {
  type AnnouncementView,
  type CommunityDigestLine,
  DEFAULT_PRIVACY,
  type Privacy,
} from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { communities, identities, privacy } from "../db/schema/index.ts";
import { writeCommunityDigests } from "../digests/write-community-digests.ts";
import { unlinkIdentity } from "../identities/index.ts";
import { noEarnings, settleXp } from "../progress/index.ts";
import {
  artist,
  community,
  createTestContext,
  fold,
  lease,
  link,
  play,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";
import { announce, type ProducerAnnouncement } from "./announce.ts";
import { foldHeld } from "./fold-held.ts";

/** A Monday evening. */
const NOW = "2026-11-23T18:30:00Z";
const MEMBERS = ["kaya", "milo", "zoe", "noor"];

let context: TestContext;
let id: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  context = await createTestContext();
  id = await community(context, "g1", { members: "linked", levelUpFrom: 1 });
  for (const producer of MEMBERS) {
    await record(context, artist(producer, { name: `Name ${producer}` }), track(`t-${producer}`, [producer]));
    await link(context, id, producer);
    const member = { platform: "discord" as const, scope: "", platformUserId: `user-${producer}` };
    await context.db.insert(identities).values({ ...member, producerId: producer, displayName: "", linkedAt: 0 });
  }
  await context.db.run(sql`DELETE FROM deliveries`);
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

const unlink = (producer: string) =>
  unlinkIdentity(context, { platform: "discord", platformUserId: `user-${producer}` });
const agreeTo = (producerId: string, choices: Partial<Privacy>) => {
  const row = { producerId, choices: { ...DEFAULT_PRIVACY, ...choices }, changedAt: 0 };
  return context.db.insert(privacy).values(row).onConflictDoUpdate({ target: privacy.producerId, set: row });
};
const views = async () => (await lease(context)).map(({ view }) => view);

const about = (producer: string) => ({
  producer: { id: producer, name: `Name ${producer}` },
  occurredAt: NOW,
  basis: "computed" as const,
  demo: false,
});
const onBoard = { category: "plays" as const, period: "7d", total: 20 };
const say = (view: ProducerAnnouncement) => context.write((tx) => announce(tx, view, crypto.randomUUID()));
const level = (producer: string): ProducerAnnouncement => ({
  ...about(producer),
  kind: "level-up",
  fromLevel: 5,
  level: 6,
  title: "Intermediate Producer",
  newTitle: false,
  cause: { reason: "total", xp: 1200 },
});

test("a folded message that waits does not name who unlinked meanwhile, and a single fact left speaks for itself", async () => {
  for (const producer of MEMBERS.slice(0, 3)) await say(level(producer));
  await context.db.run(sql`UPDATE deliveries SET status = 'held', not_before = 0`);
  await foldHeld(context);
  await unlink("milo");
  const linesOf = (view: AnnouncementView | undefined) => view?.kind === "folded" && view.lines.map(({ name }) => name);
  const [folded] = await views();
  expect(linesOf(folded)).toEqual(["Name kaya", "Name zoe"]);
  await context.db.run(sql`UPDATE deliveries SET status = 'waiting', in_doubt_since = NULL WHERE folded_into IS NULL`);
  await unlink("zoe");
  expect(await views()).toMatchObject([{ kind: "level-up", producer: { name: "Name kaya" } }]);
  await context.db.run(sql`UPDATE deliveries SET status = 'waiting', in_doubt_since = NULL WHERE folded_into IS NULL`);
  await unlink("kaya");
  expect(await views()).toEqual([]);
});

test("who was passed is not named once they unlinked, or one of both no longer agrees", async () => {
  for (const producer of MEMBERS) await agreeTo(producer, { named: true });
  const climb = (passed: string): ProducerAnnouncement => ({
    ...about("kaya"),
    ...onBoard,
    kind: "climb",
    rank: 4,
    passed: { id: passed, name: `Name ${passed}` },
  });
  for (const passed of ["milo", "zoe", "noor"]) await say(climb(passed));
  await unlink("milo");
  await agreeTo("zoe", { named: false });
  const named: unknown[] = [];
  for (let one = await views(); one.length > 0; one = await views()) {
    named.push(...one.map((view) => view.kind === "climb" && view.passed?.name));
    await context.db.run(sql`UPDATE deliveries SET status = 'delivered' WHERE status = 'leased'`);
  }
  expect(named).toEqual([undefined, undefined, "Name noor"]);
  await agreeTo("kaya", { named: false });
  await say(climb("noor"));
  const [unnamed] = await views();
  expect(unnamed).toMatchObject({ kind: "climb", rank: 4 });
  expect(unnamed).not.toHaveProperty("passed");
});

test("a board's picture is left away once somebody on it unlinked, or was passed and no longer agrees to be named", async () => {
  await agreeTo("milo", { named: true });
  const first: ProducerAnnouncement = {
    ...about("kaya"),
    ...onBoard,
    kind: "new-number-one",
    podium: ["Name kaya", "Name milo", "Name zoe"],
    passedOnPodium: ["milo"],
    shared: false,
    back: false,
  };
  await say(first);
  const { passedOnPodium, ...shown } = first;
  expect(await views()).toEqual([shown]);
  const { podium, ...withoutPicture } = shown;
  const told = async (view: ProducerAnnouncement, meanwhile: () => Promise<unknown>) => {
    await context.db.run(sql`DELETE FROM deliveries`);
    await say(view);
    await meanwhile();
    return (await views())[0];
  };
  expect(await told(first, () => agreeTo("milo", { named: false }))).toEqual(withoutPicture);
  await agreeTo("milo", { named: true });
  expect(await told(shown, async () => {}), "written before it was kept who was passed").toEqual(withoutPicture);
  expect(await told(first, () => unlink("zoe"))).toEqual(withoutPicture);
});

test("a digest that waits for its quiet hours to end tells the week of those who are linked then", async () => {
  for (const [index, producer] of MEMBERS.entries()) {
    const count = 5 - index;
    await record(
      context,
      ...Array.from({ length: count }, () => play(`t-${producer}`, {}, { time: "2026-11-18T10:00:00Z" })),
    );
  }
  await fold(context);
  await context.db.run(sql`DELETE FROM deliveries`);
  await context.db.update(communities).set({ quietHours: { from: "18:00", to: "20:00" } });
  expect(await writeCommunityDigests(context, { at: Date.now() })).toBe(1);
  expect(await views()).toEqual([]);
  await unlink("kaya");
  vi.setSystemTime(new Date("2026-11-23T20:00:00Z"));
  await foldHeld(context);
  const [digest] = await views();
  const lines: CommunityDigestLine[] = digest?.kind === "community-digest" ? digest.lines : [];
  expect(lines).toEqual([
    { about: "plays", plays: 9 },
    { about: "top", name: "Name milo", plays: 4 },
  ]);
});

test("an unlock says the level that it raised where the community would hear of that by itself", async () => {
  const told = async (level: { nowLevel: number; nowTitle?: string }) => {
    await say({
      ...about("kaya"),
      kind: "achievement-unlock",
      achievements: [{ slug: "oracle", name: "Oracle", rarity: "legendary", description: "", xp: 1000 }],
      ...level,
    });
    const [view] = await views();
    await context.db.run(sql`DELETE FROM deliveries`);
    return view?.kind === "achievement-unlock" && [view.nowLevel, view.nowTitle];
  };
  const level6 = { nowLevel: 6 };
  const level7 = { nowLevel: 7, nowTitle: "Skilled Producer" };
  expect(await told(level6)).toEqual([6, undefined]);
  await context.db.update(communities).set({ levelUpFrom: 8 });
  expect(await told(level6), "below the community's line").toEqual([undefined, undefined]);
  expect(await told(level7), "a new title").toEqual([7, "Skilled Producer"]);
  const announced = structuredClone(DEFAULT_PRIVACY.announced);
  announced.discord["level-up"] = false;
  await agreeTo("kaya", { announced });
  expect(await told(level7), "without the producer's consent").toEqual([undefined, undefined]);
  await agreeTo("kaya", {});
  await context.db.update(communities).set({ topics: ["achievement"] });
  expect(await told(level7), "without the topic").toEqual([undefined, undefined]);
});

test.each(["linked", "all"] as const)(
  "an unlock is the first one here where no other member has it (members: %s)",
  async (members) => {
    await context.db.update(communities).set({ members });
    const unlock: ProducerAnnouncement = {
      ...about("kaya"),
      kind: "achievement-unlock",
      achievements: [{ slug: "oracle", name: "Oracle", rarity: "legendary", description: "", xp: 1000 }],
    };
    const told = async () => {
      await say(unlock);
      const [view] = await views();
      await context.db.run(sql`DELETE FROM deliveries`);
      return view?.kind === "achievement-unlock" && view.firstHere;
    };
    const unlocks = (producerId: string) =>
      context.write(async (tx) => {
        const entry = { producerId, reason: "achievement" as const, subject: "oracle", xp: 0 };
        const cause = { reason: "achievement" as const, achievement: { slug: "oracle", name: "Oracle" } };
        await settleXp(tx, { ...noEarnings(), entries: [{ ...entry, cause }] }, 0, true);
      });
    await unlocks("kaya");
    expect(await told(), "with four who are linked").toBeUndefined();
    for (let n = 0; n < 6; n++) await link(context, id, `more-${n}`);
    expect(await told()).toBe(true);
    await unlocks("milo");
    expect(await told()).toBeUndefined();
  },
);
