import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  artist,
  createTestContext,
  fold,
  play,
  record,
  removal,
  rowsOf,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";
import { readInsights } from "./read-insights.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("1", { producerId: "owner" }), artist("2", { producerId: "guest" }), artist("3"));
});
afterEach(() => context.close());

const NIGHT = { album: { id: "77", title: "Night" } };

/** Plays of the album as somebody sees them; undefined where there is nothing for them. */
async function playsFor(producerId: string, id = "77"): Promise<number | undefined> {
  await fold(context);
  try {
    const asker = { producerId, seesAll: false };
    return (await readInsights(context, asker, { kind: "album", id }, {})).plays.total;
  } catch (error) {
    expect(error).toMatchObject({ code: "not_found" });
    return undefined;
  }
}

describe("an album's insights are for its owner and for everybody credited on one of its tracks", () => {
  test("public or not; what they sum are the public ones", async () => {
    await record(context, track("open", ["1"], NIGHT), track("closed", ["1", "2"], { ...NIGHT, public: false }));
    await record(context, play("open"), play("closed"));
    expect(await playsFor("owner")).toBe(1);
    expect(await playsFor("guest")).toBe(1);
    expect(await playsFor("3")).toBeUndefined();
  });

  test("also where no track of it is public", async () => {
    await record(context, track("closed", ["1"], { ...NIGHT, public: false }));
    expect(await playsFor("owner")).toBe(0);
    expect(await playsFor("guest")).toBeUndefined();
  });

  test.each([
    ["the album was named", "album"],
    ["the track was handed on", "artist"],
  ])("whoever its tracks are by now owns it, if first %s", async (_, first) => {
    await record(context, track("t", ["1"], {}, { time: "2026-11-18T00:00:00Z" }));
    const facts = {
      album: trackUpdate("t", NIGHT, { time: "2026-11-19T00:00:00Z" }),
      artist: trackUpdate("t", { artistIds: ["2"] }, { time: "2026-11-20T00:00:00Z" }),
    };
    await record(context, facts[first as "album"], facts[first === "album" ? "artist" : "album"]);
    expect(await playsFor("owner")).toBeUndefined();
    expect(await playsFor("guest")).toBe(0);
  });

  test("a removed track gives nobody a right to them", async () => {
    await record(context, track("kept", ["1"], NIGHT), track("gone", ["1", "2"], NIGHT));
    await record(context, removal("gone", { time: "2026-11-21T00:00:00Z" }));
    expect(await playsFor("owner")).toBe(0);
    expect(await playsFor("guest")).toBeUndefined();
    await record(context, removal("kept", { time: "2026-11-21T00:00:00Z" }));
    expect(await playsFor("owner")).toBeUndefined();
  });

  test("an album that its tracks have left is nobody's", async () => {
    await record(context, track("t", ["1"], { album: "Day" }));
    const [{ id }] = (await rowsOf(context.db, "SELECT id FROM albums")) as [{ id: string }];
    expect(await playsFor("owner", id)).toBe(0);
    await record(context, trackUpdate("t", { album: null }));
    expect(await playsFor("owner", id)).toBeUndefined();
  });
});
