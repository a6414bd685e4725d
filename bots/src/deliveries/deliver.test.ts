import type { LeasedDelivery } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import type { Time } from "../time.ts";
import { deliver, type Verdict } from "./deliver.ts";
import type { Sender, SendResult, Sighting } from "./sender.ts";

const START = Date.parse("2026-11-20T12:00:00Z");
const MINUTE = 60_000;

/** Time that passes only while somebody sleeps. */
function stillTime(): Time {
  let now = START;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

const delivery = (inDoubtSince?: number): LeasedDelivery => ({
  id: "delivery-1",
  lease: "lease-1",
  leasedUntil: new Date(START + MINUTE).toISOString(),
  platform: "discord",
  guildId: "1",
  to: "channel",
  channelId: "2",
  locale: "en",
  attempt: 1,
  ...(inDoubtSince !== undefined && { inDoubtSince: new Date(inDoubtSince).toISOString() }),
  view: {
    kind: "level-up",
    producer: { id: "1", name: "Kaya Noir" },
    occurredAt: "2026-11-20T12:00:00Z",
    basis: "computed",
    demo: false,
    fromLevel: 4,
    level: 5,
    title: "Intermediate Producer",
    newTitle: true,
    cause: { reason: "total", xp: 800 },
  },
});

const doubt: SendResult = { is: "in-doubt", detail: "reset" };
const sent: SendResult = { is: "sent", messageId: "m1" };
const later: SendResult = { is: "later", retryAfterMs: 500, detail: "wait" };
const gone: SendResult = { is: "refused", outcome: "destination-gone", detail: "403" };
const seen: Sighting = { is: "seen", messageId: "m2" };
const notSeen: Sighting = { is: "not-seen", detail: "not there" };
const unreadable: Sighting = { is: "unreadable", detail: "502" };

type Script = { repeatable?: number; sends?: SendResult[]; sightings?: Sighting[]; inDoubtSince?: number };

/** Plays a script; its last answers go on for ever. */
async function play({ repeatable = MINUTE, sends = [], sightings = [], inDoubtSince }: Script) {
  const calls: string[] = [];
  const next = <T>(list: T[]): T => (list.length > 1 ? list.shift()! : list[0]!);
  const sender: Sender = {
    platform: "discord",
    repeatableForMs: repeatable,
    send: async () => {
      calls.push("send");
      return next(sends);
    },
    find: async () => {
      calls.push("find");
      return next(sightings);
    },
  };
  const verdict: Verdict | undefined = await deliver(delivery(inDoubtSince), sender, stillTime());
  return { verdict, sends: calls.filter((call) => call === "send").length, calls };
}

describe("a first try", () => {
  test("that succeeds is delivered", async () => {
    expect(await play({ sends: [sent] })).toMatchObject({
      verdict: { outcome: "delivered", messageId: "m1" },
      sends: 1,
    });
  });

  test("that is refused or put off was certainly not sent, and is not repeated", async () => {
    expect(await play({ sends: [gone] })).toMatchObject({ verdict: { outcome: "destination-gone" }, sends: 1 });
    expect(await play({ sends: [later] })).toMatchObject({
      verdict: { outcome: "retry-later", retryAfterMs: 500 },
      sends: 1,
    });
  });
});

describe("a try in doubt", () => {
  test("is repeated while repetitions are recognised", async () => {
    expect(await play({ sends: [doubt, doubt, sent] })).toMatchObject({ verdict: { outcome: "delivered" }, sends: 3 });
  });

  test("waits when it is asked to, since it may not be given back as not sent", async () => {
    expect(await play({ sends: [doubt, later, sent] })).toMatchObject({ verdict: { outcome: "delivered" }, sends: 3 });
  });

  test("that is refused on repetition is looked for: the first try may have come through", async () => {
    expect(await play({ sends: [doubt, gone], sightings: [seen] })).toMatchObject({
      verdict: { outcome: "delivered", messageId: "m2" },
    });
    expect(await play({ sends: [doubt, gone], sightings: [notSeen] })).toMatchObject({
      verdict: { outcome: "unknown" },
    });
  });

  test("is never repeated where repetitions are not recognised", async () => {
    expect(await play({ repeatable: 0, sends: [doubt], sightings: [seen] })).toMatchObject({
      verdict: { outcome: "delivered", messageId: "m2" },
      sends: 1,
    });
    expect(await play({ repeatable: 0, sends: [doubt], sightings: [notSeen] })).toMatchObject({
      verdict: { outcome: "unknown" },
      sends: 1,
    });
  });

  test("may appear in the channel a little later", async () => {
    const late = await play({ repeatable: 0, sends: [doubt], sightings: [notSeen, notSeen, seen] });
    expect(late.verdict).toMatchObject({ outcome: "delivered" });
  });

  test("that cannot be settled within the lease is left to it, not called sent or unsent", async () => {
    expect((await play({ sends: [doubt], sightings: [unreadable] })).verdict).toBeUndefined();
    expect((await play({ repeatable: 0, sends: [doubt], sightings: [unreadable] })).verdict).toBeUndefined();
  });
});

describe("a delivery that comes in doubt", () => {
  test("within the minute is sent again", async () => {
    expect(await play({ inDoubtSince: START - 20_000, sends: [sent] })).toMatchObject({ calls: ["send"] });
  });

  test("after it is looked for and never sent", async () => {
    for (const [sighting, outcome] of [
      [seen, "delivered"],
      [notSeen, "unknown"],
    ] as const) {
      const result = await play({ inDoubtSince: START - MINUTE, sightings: [sighting] });
      expect(result).toMatchObject({ verdict: { outcome }, calls: ["find"] });
    }
  });

  test("on a platform without repetition is looked for at once", async () => {
    const result = await play({ repeatable: 0, inDoubtSince: START - 20_000, sightings: [notSeen] });
    expect(result).toMatchObject({ verdict: { outcome: "unknown" }, calls: ["find"] });
  });
});
