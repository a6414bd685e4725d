import { DEFAULT_PRIVACY } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { privacy } from "../db/schema/index.ts";
import {
  artist,
  createTestApp,
  createTestContext,
  profile,
  record,
  removal,
  type TestContext,
  track,
} from "../testing/index.ts";
import { readPublicArtist } from "./read-public-artist.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1", { producerId: "p1" }), artist("a2", { producerId: "p1" }), profile("free", {}));
  await record(context, track("t1", ["a1"]), track("t2", ["free"]));
});
afterEach(() => context.close());

const read = (id: string) => readPublicArtist(context, id);

describe("what everyone may see of an artist", () => {
  test("is the level and title of the producer behind any of their profiles", async () => {
    expect(await read("a1")).toEqual({ level: 2, title: "Novice Producer" });
    expect(await read("a2")).toEqual(await read("a1"));
  });

  test.each([
    ["whom nobody knows", async () => "unknown"],
    ["whom nobody claimed", async () => "free"],
    [
      "who asked not to be on boards",
      async () => {
        const choices = { ...DEFAULT_PRIVACY, onBoards: false };
        await context.db.insert(privacy).values({ producerId: "p1", choices, changedAt: 1 });
        return "a1";
      },
    ],
    [
      "without a public track",
      async () => {
        await record(context, removal("t1"));
        return "a1";
      },
    ],
    [
      "of an administrator",
      async () => {
        await createTestApp(context).signIn("boss@example.org", { admin: true, producerId: "p1" });
        return "a1";
      },
    ],
  ])("is nothing for an artist %s", async (_, make) => expect(await read(await make())).toEqual({}));
});
