import { DEFAULT_PRIVACY, type NotRanked } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCommunity } from "../communities/index.ts";
import { privacy } from "../db/schema/index.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import {
  artist,
  community,
  createTestContext,
  fold,
  link,
  play,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";
import { answerRank } from "./answer-rank.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  const club = await community(context, "club", { members: "linked" });
  await record(context, ...["played", "quiet", "empty", "hidden"].map((id) => artist(id)));
  await record(context, ...["played", "quiet", "hidden"].map((id) => track(`of-${id}`, [id])));
  await record(context, play("of-played"), play("of-hidden"));
  for (const id of ["played", "quiet", "empty", "hidden"]) await link(context, club, id);
  await context.db
    .insert(privacy)
    .values({ producerId: "hidden", choices: { ...DEFAULT_PRIVACY, onBoards: false }, changedAt: 0 });
  await fold(context);
  await refreshLeaderboards(context, { announces: false });
});
afterEach(() => context.close());

async function askedBy(me: string): Promise<NotRanked | undefined> {
  const club = await readCommunity(context.db, { platform: "discord", guildId: "club" });
  const asked = { community: club, me, question: { category: "plays" as const } };
  const answer = await answerRank({ ...context, publicUrl: undefined, refreshMinutes: 30 }, asked);
  return answer.is === "rank" ? answer.notRanked : undefined;
}

test("who is not ranked is told why, and who is ranked is not", async () => {
  expect(await askedBy("played")).toBeUndefined();
  expect(await askedBy("quiet")).toBe("zero");
  expect(await askedBy("empty")).toBe("no_track");
  expect(await askedBy("hidden")).toBe("hidden");
});

test("what was played since the last refresh is not called nought", async () => {
  await record(context, play("of-quiet"));
  await fold(context);
  expect(await askedBy("quiet")).toBe("soon");
});
