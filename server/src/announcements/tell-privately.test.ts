import { DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identities, privacy } from "../db/schema/index.ts";
import { artist, community, createTestContext, lease, record, rowsOf, type TestContext } from "../testing/index.ts";
import { announce } from "./announce.ts";
import { recordOutcome } from "./record-outcome.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await community(context, "lab");
  await record(context, artist("p1", { name: "Kaya Noir" }));
});
afterEach(() => context.close());

const linkPerson = (platform: "discord" | "slack", scope: string, platformUserId: string, locale: "en" | "fr" = "en") =>
  context.db
    .insert(identities)
    .values({ platform, scope, platformUserId, producerId: "p1", displayName: "Kaya", linkedAt: 0, locale });
const told = (topics: Partial<Privacy["told"]["discord"]>) => {
  const discord = { ...DEFAULT_PRIVACY.told.discord, ...topics };
  const choices = { ...DEFAULT_PRIVACY, told: { ...DEFAULT_PRIVACY.told, discord } };
  return context.db
    .insert(privacy)
    .values({ producerId: "p1", choices, changedAt: 0 })
    .onConflictDoUpdate({ target: privacy.producerId, set: { choices } });
};
const spike = (date: string, demo = false) =>
  context.write((tx) =>
    announce(
      tx,
      {
        kind: "spike",
        producer: { id: "p1", name: "Kaya Noir" },
        occurredAt: `${date}T12:00:00.000Z`,
        basis: "computed",
        demo,
        track: { id: "t1", name: "Night bus" },
        date,
        plays: 90,
        usual: 4,
      },
      `spike:${date}`,
    ),
  );

test("a spike is told the producer alone, in their language, once on each linked platform", async () => {
  await linkPerson("discord", "", "user-1", "fr");
  await linkPerson("slack", "T1", "U1");
  await spike("2026-11-20");
  await spike("2026-11-20");
  const view = { kind: "spike", track: { id: "t1" } };
  expect(await lease(context)).toMatchObject([{ to: "person", channelId: "user-1", guildId: "", locale: "fr", view }]);
  expect(await lease(context, { platform: "slack" })).toMatchObject([
    { to: "person", channelId: "U1", guildId: "T1", locale: "en", view },
  ]);
  expect(await lease(context)).toEqual([]);
});

test("who linked and never said what may be sent to them is sent nothing, what waits included", async () => {
  await linkPerson("discord", "", "user-1");
  await spike("2026-11-20");
  await context.db.update(identities).set({ hasChosen: false });
  await spike("2026-11-21");
  expect(await rowsOf(context.db, "SELECT id FROM deliveries")).toHaveLength(1);
  expect(await lease(context)).toEqual([]);
});

test("a link is added only where it leads somewhere: never to loopback", async () => {
  await linkPerson("discord", "", "user-1");
  await linkPerson("slack", "T1", "U1");
  await spike("2026-11-20");
  const [onLoopback] = await lease(context, { publicUrl: "http://localhost:8787" });
  expect(onLoopback!.view).not.toHaveProperty("url");
  const [elsewhere] = await lease(context, { platform: "slack", publicUrl: "https://stats.example" });
  expect(elsewhere!.view.url).toBe("https://stats.example/backstage/tracks/t1/insights");
});

test("what was not asked for, and made-up facts, are told nobody", async () => {
  await linkPerson("discord", "", "user-1");
  await spike("2026-11-19", true);
  await told({ spike: false });
  await spike("2026-11-20");
  expect(await rowsOf(context.db, "SELECT id FROM deliveries")).toEqual([]);
});

test.each([
  ["switched it off", () => told({ spike: false })],
  ["unlinked", () => context.db.delete(identities)],
  ["is linked to another producer", () => context.db.update(identities).set({ producerId: "p2" })],
])("a person who %s meanwhile is not told", async (_what, change) => {
  await linkPerson("discord", "", "user-1");
  await spike("2026-11-20");
  await change();
  expect(await lease(context)).toEqual([]);
  expect(await rowsOf(context.db, "SELECT status FROM deliveries")).toEqual([{ status: "withdrawn" }]);
});

test("a person who cannot be reached is shown so until a message arrives, and is no notice of the operator's", async () => {
  await linkPerson("discord", "", "user-1");
  const settle = async (date: string, outcome: "destination-gone" | "delivered") => {
    await spike(date);
    const [one] = await lease(context);
    await recordOutcome(context, { id: one!.id, lease: one!.lease, outcome, messageId: "m" });
    const [person] = await context.db.select().from(identities);
    return person!.unreachableSince;
  };
  expect(await settle("2026-11-20", "destination-gone")).toBeGreaterThan(0);
  expect(await rowsOf(context.db, "SELECT id FROM notices")).toEqual([]);
  expect(await settle("2026-11-21", "delivered")).toBeNull();
});
