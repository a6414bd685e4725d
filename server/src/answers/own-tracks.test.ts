import { expect, test } from "vitest";
import { artist, createTestContext, plays, record, track } from "../testing/index.ts";
import { ownTracksCalled } from "./own-tracks.ts";

test("a track is found by its title in any case, with accents or without; the closest first, then the most played", async () => {
  const context = await createTestContext();
  await record(
    context,
    artist("p1"),
    track("t1", ["p1"], { title: "Été à Dakar" }),
    track("t2", ["p1"], { title: "L’ÉTOILE" }),
    track("t3", ["p1"], { title: "Ete" }),
    track("t4", ["p1"], { title: "Nuit d’été" }),
    ...plays("t1", 2),
    ...plays("t4", 3),
  );
  const called = async (typed: string) =>
    (await ownTracksCalled(context.db, "p1", typed, 25)).map(({ title }) => title);
  expect(await called("Été à Dakar")).toEqual(["Été à Dakar"]);
  expect(await called("été")).toEqual(["Ete", "Été à Dakar", "Nuit d’été"]);
  expect(await called("étoile")).toEqual(["L’ÉTOILE"]);
  expect(await called("t2")).toEqual(["L’ÉTOILE"]);
  expect(await called("neige")).toEqual([]);
  context.close();
});
