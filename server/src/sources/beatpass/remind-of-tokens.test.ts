import { DEFAULT_PRIVACY, NOTHING_AGREED } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beatpassConnections, identities, privacy } from "../../db/schema/index.ts";
import { createTestContext, lease, type TestContext } from "../../testing/index.ts";
import { remindOfTokens } from "./remind-of-tokens.ts";
import { TOKEN_MS } from "./token-age.ts";

const DAY = 86_400_000;
const ADDED = Date.parse("2026-08-30T10:00:00Z");
const END = ADDED + TOKEN_MS;
const HOUR = 3_600_000;

let context: TestContext;

beforeEach(async () => {
  context = await createTestContext();
  await connect("connection-1", ADDED);
  for (const [platform, scope, platformUserId] of [
    ["discord", "", "kaya-d"],
    ["slack", "T1", "UKAYA"],
  ] as const) {
    const person = { platform, scope, platformUserId, producerId: "kaya", displayName: "", linkedAt: 0 };
    await context.db.insert(identities).values(person);
  }
});
afterEach(() => context.close());

const connect = async (id: string, tokenAddedAt: number) => {
  const row = { producerId: "kaya", id, userId: "u", artistId: "1", token: "sealed", tokenAddedAt, connectedAt: ADDED };
  const values = { ...row, tokenState: "accepted" as const };
  await context.db
    .insert(beatpassConnections)
    .values(values)
    .onConflictDoUpdate({ target: beatpassConnections.producerId, set: values });
};
const remindAt = (at: number) => {
  context.clock.set(new Date(at).toISOString());
  return remindOfTokens(context);
};
const agreeTo = async (told: typeof DEFAULT_PRIVACY.told) => {
  const row = { producerId: "kaya", choices: { ...DEFAULT_PRIVACY, told }, changedAt: 0 };
  await context.db.insert(privacy).values(row);
};
/** Who is reminded now, and what of; it is delivered. */
async function said() {
  const leased = [...(await lease(context)), ...(await lease(context, { platform: "slack" }))];
  await context.db.run(sql`UPDATE deliveries SET status = 'delivered' WHERE status = 'leased'`);
  return leased.map(({ to, channelId, view }) => [to, channelId, view.kind === "token-soon" && view.days]);
}

test("three days and one day before its end, once each, wherever its owner is linked", async () => {
  expect(await remindAt(END - 3 * DAY - HOUR)).toBe(0);
  expect(await remindAt(END - 3 * DAY)).toBe(1);
  expect(await said()).toEqual([
    ["person", "kaya-d", 3],
    ["person", "UKAYA", 3],
  ]);
  expect(await remindAt(END - 2 * DAY)).toBe(0);
  expect(await remindAt(END - DAY)).toBe(1);
  expect(await remindAt(END - HOUR)).toBe(0);
  expect(await said()).toEqual([
    ["person", "kaya-d", 1],
    ["person", "UKAYA", 1],
  ]);
  expect(await remindAt(END)).toBe(0);
  expect(await said()).toEqual([]);
});

test("a server that was away says how many days are left by now", async () => {
  expect(await remindAt(END - 2 * DAY)).toBe(1);
  expect((await said()).map(([, , days]) => days)).toEqual([2, 2]);
});

test("a message that waited says how many days are left when it goes out, and nothing once the token ended", async () => {
  await remindAt(END - 3 * DAY);
  context.clock.set(new Date(END - 2 * DAY).toISOString());
  expect((await said()).map(([, , days]) => days)).toEqual([2, 2]);
  await remindAt(END - DAY);
  context.clock.set(new Date(END).toISOString());
  expect(await said()).toEqual([]);
});

test("who has private messages off on a platform is not written to there", async () => {
  await agreeTo({ ...DEFAULT_PRIVACY.told, slack: NOTHING_AGREED.told.slack });
  expect(await remindAt(END - DAY)).toBe(1);
  expect(await said()).toEqual([["person", "kaya-d", 1]]);
});

test("a token that was renewed before the message went out is not spoken of, and has reminders of its own", async () => {
  await remindAt(END - DAY);
  await connect("connection-2", END - DAY);
  expect(await said()).toEqual([]);
  expect(await remindAt(END - DAY + TOKEN_MS - DAY)).toBe(1);
  expect(await said()).toHaveLength(2);
});

test("a token that BeatPass refuses already is told elsewhere, not as one that ends", async () => {
  await context.db.update(beatpassConnections).set({ tokenState: "refused" });
  expect(await remindAt(END - DAY)).toBe(0);
});
