import { RULEBOOKS } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rebuild } from "../rebuild/index.ts";
import {
  announcedTo,
  artist,
  community,
  createTestContext,
  fold,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";
import { noteImporting, refreshIfDue, refreshLeaderboards } from "./index.ts";
import { workOutRefresh } from "./work-out.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await community(context, "g1", { unlocksFrom: "common", levelUpFrom: 100 });
  await record(context, artist("p1"));
  await refreshLeaderboards(context, { announces: true });
  context.clock.set("2026-11-24T12:00:00Z");
});
afterEach(() => {
  context.close();
  vi.useRealTimers();
});

/** An unlock that only a refresh finds: the profile is three months old by now. */
async function growOld(): Promise<void> {
  await record(context, track("t1", ["p1"]));
  context.clock.set("2027-06-01T12:00:00Z");
  await fold(context);
}
const unlocksTold = async () =>
  (await announcedTo(context)).filter(([, { kind }]) => kind === "achievement-unlock").length;

test("an ordinary refresh announces what it unlocks", async () => {
  await growOld();
  await refreshLeaderboards(context, { announces: true });
  expect(await unlocksTold()).toBeGreaterThan(0);
});

test("the refresh after a rebuild announces nothing, the one after it does", async () => {
  await growOld();
  await rebuild(context, { check: true });
  await rebuild(context, { check: false });
  await refreshLeaderboards(context, { announces: true });
  expect(await unlocksTold()).toBe(0);
  context.clock.set("2028-06-01T12:00:00Z");
  await refreshLeaderboards(context, { announces: true });
  expect(await unlocksTold()).toBeGreaterThan(0);
});

test("the first refresh by another rulebook announces nothing", async () => {
  await growOld();
  await refreshLeaderboards({ ...context, rulebook: RULEBOOKS["first-play"] }, { announces: true });
  expect(await unlocksTold()).toBe(0);
});

test("the first refresh after an import that was killed announces nothing, the one after it does", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await context.write(noteImporting);
  await growOld();
  vi.advanceTimersByTime(30 * 60_000);
  await refreshIfDue(context, { refreshMinutes: 30 });
  expect(await unlocksTold()).toBe(0);
  context.clock.set("2028-06-01T12:00:00Z");
  await refreshIfDue(context, { refreshMinutes: 30 });
  expect(await unlocksTold()).toBeGreaterThan(0);
});

test("a refresh during which an import begins announces nothing", async () => {
  await growOld();
  const workOut = async (now: number) => {
    await context.write(noteImporting);
    return workOutRefresh(context.db, now);
  };
  await refreshIfDue({ ...context, workOut }, { refreshMinutes: 30 });
  expect(await unlocksTold()).toBe(0);
});

test("a community's first refresh tells it nothing, though the clock stands still; the one after it does", async () => {
  await growOld();
  await refreshLeaderboards(context, { announces: true });
  await community(context, "g2", { unlocksFrom: "common", levelUpFrom: 100 });
  const toG2 = async () => (await announcedTo(context)).filter(([guild]) => guild === "g2").length;
  await record(context, artist("p2", { createdAt: "2019-01-01T00:00:00Z" }));
  await record(context, track("t2", ["p2"], {}, { time: "2019-02-01T00:00:00Z" }));
  await context.db.run(sql`DELETE FROM deliveries`);
  const { unlocks } = await refreshLeaderboards(context, { announces: true });
  expect(unlocks.map(({ producerId }) => producerId)).toContain("p2");
  expect(await toG2()).toBe(0);
  await record(context, artist("p3", { createdAt: "2019-01-01T00:00:00Z" }));
  await record(context, track("t3", ["p3"], {}, { time: "2019-02-01T00:00:00Z" }));
  await context.db.run(sql`DELETE FROM deliveries`);
  await refreshLeaderboards(context, { announces: true });
  expect(await toG2()).toBeGreaterThan(0);
});
