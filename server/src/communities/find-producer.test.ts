import { afterEach, beforeEach, expect, test } from "vitest";
import { artist, createTestContext, plays, record, type TestContext, track } from "../testing/index.ts";
import { communitySeen } from "./community-presence.ts";
import { producerCalled, producersLike, readCommunity } from "./find-producer.ts";
import { saveCommunity } from "./save-community.ts";

const GUILD = { platform: "discord", guildId: "g1" } as const;

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(
    context,
    artist("p1", { name: "Élan Vital" }),
    artist("p2", { name: "ELAN" }),
    artist("p3", { name: "Milo Beats" }),
    artist("a4", { name: "Жёлтый Дом", producerId: "p3" }),
    track("t1", ["p2"]),
    ...plays("t1", 3),
  );
  await communitySeen(context, { ...GUILD, name: "Beat Lab" });
  await saveCommunity(context, { ...GUILD, members: "all" });
});
afterEach(() => context.close());

test("who is typed in another case or without accents is found all the same", async () => {
  const community = await readCommunity(context.db, GUILD);
  const called = (query: string) => producerCalled(context.db, community, query);
  for (const query of ["Élan Vital", "élan vital", "ELAN VITAL ", "p1"]) expect(await called(query), query).toBe("p1");
  expect(await called("elan")).toBe("p2");
  expect(await called("жЁЛТЫЙ дом")).toBe("p3");
  for (const query of ["Él", "nobody", ""]) expect(await called(query), query).toBeUndefined();
});

test("offered are those whose name or whose artist's name holds what is typed, those that begin with it first", async () => {
  const community = await readCommunity(context.db, GUILD);
  const like = async (typed: string, limit = 25) =>
    (await producersLike(context.db, community, typed, limit)).map(({ name }) => name);
  for (const typed of ["él", "ÉL", "élan"]) expect(await like(typed), typed).toEqual(["ELAN", "Élan Vital"]);
  expect(await like("vi")).toEqual(["Élan Vital"]);
  // Of two profiles, either is looked at: the producer goes by the name of the first.
  for (const typed of ["дом", "milo"]) expect(await like(typed), typed).toEqual(["Жёлтый Дом"]);
  expect(await like("", 2)).toHaveLength(2);
});
