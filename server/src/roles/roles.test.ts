import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { communitySeen } from "../communities/index.ts";
import { communities, identities } from "../db/schema/index.ts";
import { answerErrand, leaseErrands } from "../errands/index.ts";
import { readNotices } from "../notices/index.ts";
import { artist, community, createTestContext, lease, link, record, type TestContext } from "../testing/index.ts";
import { memberRejoined } from "./member-rejoined.ts";
import { rolesFor } from "./roles-for.ts";
import { settleRoles } from "./settle-roles.ts";

let context: TestContext;
let id: string;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("kaya"));
  id = await community(context, "g1");
  await link(context, id, "kaya");
  await context.db.insert(identities).values({
    platform: "discord",
    scope: "",
    platformUserId: "user-kaya",
    producerId: "kaya",
    displayName: "Kaya",
    linkedAt: 0,
  });
  await setRoles("stack", [5, "r5"], [10, "r10"]);
});
afterEach(() => context.close());

const setRoles = (mode: "stack" | "replace", ...roles: [level: number, roleId: string][]) =>
  context.db
    .update(communities)
    .set({ levelRoles: { mode, roles: roles.map(([level, roleId]) => ({ level, roleId })) } })
    .where(eq(communities.id, id));
const reach = (level: number) => context.db.run(sql`UPDATE producers SET level = ${level} WHERE id = 'kaya'`);

type Answer = {
  outcome?: "held" | "member-gone" | "not-allowed";
  gone?: string[];
  above?: string[];
  powerful?: string[];
};

/** What the bot is asked to hold now, of what is ours; it answers that. */
async function asked({ outcome = "held", gone = [], above = [], powerful = [] }: Answer = {}) {
  await settleRoles(context);
  const leased = await leaseErrands(context, { platform: "discord", limit: 10 });
  for (const { id: errandId, lease } of leased)
    await answerErrand(context, { id: errandId, lease, result: { is: "hold-roles", outcome, gone, above, powerful } });
  return leased.map(({ errand }) => errand.is === "hold-roles" && [errand.hold.toSorted(), errand.managed.toSorted()]);
}

test("a level has earned every role up to it, or the highest alone", () => {
  const roles = [5, 10, 20].map((level) => ({ level, roleId: `r${level}` }));
  expect(rolesFor(4, { mode: "stack", roles })).toEqual([]);
  expect(rolesFor(12, { mode: "stack", roles })).toEqual(["r10", "r5"]);
  expect(rolesFor(12, { mode: "replace", roles })).toEqual(["r10"]);
});

test("roles follow the level, are asked for once, and change with the settings", async () => {
  await reach(6);
  expect(await asked()).toEqual([[["r5"], ["r10", "r5"]]]);
  expect(await asked()).toEqual([]);
  await reach(10);
  expect(await asked()).toEqual([
    [
      ["r10", "r5"],
      ["r10", "r5"],
    ],
  ]);
  await setRoles("replace", [10, "r10"]);
  // What was ours before is taken back.
  expect(await asked()).toEqual([[["r10"], ["r10", "r5"]]]);
});

test("whoever unlinks loses them, and is then forgotten", async () => {
  await reach(10);
  await asked();
  await context.db.delete(identities);
  expect(await asked()).toEqual([[[], ["r10", "r5"]]]);
  expect(await context.db.all(sql`SELECT * FROM member_roles`)).toEqual([]);
  expect(await asked()).toEqual([]);
});

test("roles are taken back where none are given any more", async () => {
  await reach(10);
  await asked();
  await context.db.update(communities).set({ levelRoles: null }).where(eq(communities.id, id));
  expect(await asked()).toEqual([[[], ["r10", "r5"]]]);
});

test("a role that was deleted leaves the settings", async () => {
  await reach(10);
  await asked({ gone: ["r5"] });
  const [row] = await context.db.select().from(communities);
  expect(row!.levelRoles).toEqual({ mode: "stack", roles: [{ level: 10, roleId: "r10" }] });
  expect(await asked()).toEqual([[["r10"], ["r10"]]]);
});

test("what the bot may not do is tried again after an hour, and not before", async () => {
  await reach(10);
  await asked({ outcome: "not-allowed" });
  expect(await asked()).toEqual([]);
  await context.db.run(sql`UPDATE member_roles SET asked_at = asked_at - 3600001`);
  expect(await asked()).toHaveLength(1);
});

test("what the bot may not do is told once to whoever administers the community, and over as soon as it may", async () => {
  await communitySeen(context, { platform: "discord", guildId: "g1", name: "Beat Lab", ownerId: "owner" });
  const notices = async () => (await readNotices(context)).notices;
  await reach(10);
  await asked({ outcome: "not-allowed" });
  await context.db.run(sql`UPDATE member_roles SET asked_at = asked_at - 3600001`);
  await asked({ above: ["r10"] });
  expect(await notices()).toMatchObject([
    {
      kind: "roles-missing",
      community: { name: "Beat Lab" },
      deliveries: 0,
    },
  ]);
  const told = await lease(context);
  expect(told).toMatchObject([{ to: "person", channelId: "owner", view: { kind: "notice", about: "roles-missing" } }]);
  expect("channelId" in told[0]!.view).toBe(false);
  await context.db.run(sql`UPDATE member_roles SET asked_at = asked_at - 3600001`);
  await asked();
  expect(await notices()).toEqual([]);
  expect(await lease(context)).toEqual([]);
});

test("a role that carries power since it was chosen is no more given, and that is told", async () => {
  await communitySeen(context, { platform: "discord", guildId: "g1", name: "Beat Lab", ownerId: "owner" });
  await reach(10);
  await asked({ powerful: ["r10"] });
  expect((await readNotices(context)).notices).toMatchObject([{ kind: "roles-missing" }]);
  await context.db.run(sql`UPDATE member_roles SET asked_at = asked_at - 3600001`);
  expect(await asked()).toHaveLength(1);
  expect((await readNotices(context)).notices).toEqual([]);
});

test("a community that gives no roles any more has no trouble with them", async () => {
  await reach(10);
  await asked({ outcome: "not-allowed" });
  await context.db.update(communities).set({ levelRoles: null }).where(eq(communities.id, id));
  expect((await readNotices(context)).notices).toEqual([]);
});

test("a member who joined again after the roles were given is given them anew, once", async () => {
  await reach(10);
  await asked();
  const member = { communityId: id, platformUserId: "user-kaya" };
  await memberRejoined(context, { ...member, joinedAt: Date.now() - 60_000 });
  expect(await asked()).toEqual([]);
  await memberRejoined(context, { ...member, joinedAt: Date.now() + 1 });
  expect(await asked()).toHaveLength(1);
  expect(await asked()).toEqual([]);
});

test("every member's roles are looked at once a day, whatever happened to them", async () => {
  await reach(10);
  await asked();
  await context.db.run(sql`UPDATE member_roles SET asked_at = asked_at - 86400001`);
  expect(await asked()).toEqual([
    [
      ["r10", "r5"],
      ["r10", "r5"],
    ],
  ]);
  expect(await asked()).toEqual([]);
});

test("a member who left the server is left in peace", async () => {
  await reach(10);
  await asked({ outcome: "member-gone" });
  expect(await asked()).toEqual([]);
});
