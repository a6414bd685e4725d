import type { AnnouncementView, ChatPlatform } from "@beatpass/shared/contracts";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { levelUp, numberOne, unlock } from "./bots/announcements.ts";
import { type BotsProcess, startBots } from "./bots/bots-process.ts";
import { DeliveryServer } from "./bots/delivery-server.ts";

let server: DeliveryServer;
let discord: DiscordStandIn;
let slack: SlackStandIn;
let bots: BotsProcess;

beforeAll(async () => {
  [server, discord, slack] = await Promise.all([DeliveryServer.start(), DiscordStandIn.start(), SlackStandIn.start()]);
  bots = startBots({ server, discord, slack });
});

afterEach(() => {
  expect(discord.refused).toEqual([]);
  expect(slack.refused).toEqual([]);
});

afterAll(async () => {
  await bots.stop();
  server.stop();
  await Promise.all([discord.stop(), slack.stop()]);
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const settled = (id: string, outcome: string) => until(() => expect(server.outcomesOf(id).at(-1)).toBe(outcome));

/** Both far ends in the words of one test. */
const ends = {
  discord: {
    channel: () => discord.channelIds[0],
    other: () => discord.channelIds[1],
    texts: (channel?: string) => discord.messages(channel).map(({ content }) => content.replaceAll("**", "")),
    ids: () => discord.messages().map(({ id }) => id),
    faults: () => discord.faults,
    post: /\/channels\/\d+\/messages$/,
    muted: () => discord.muted,
  },
  slack: {
    channel: () => slack.channelIds[0],
    other: () => slack.channelIds[1],
    texts: (channel?: string) => slack.messages(channel).map(({ text }) => text),
    ids: () => slack.messages().map(({ ts }) => ts),
    faults: () => slack.faults,
    post: /chat\.postMessage$/,
    muted: () => slack.muted,
  },
};

describe.each(["discord", "slack"] as const)("deliveries to %s", (platform: ChatPlatform) => {
  const end = ends[platform];
  const announce = (view: AnnouncementView) => server.announce(platform, end.channel(), view);
  const count = (text: string) => end.texts().filter((one) => one.startsWith(text)).length;

  test.each([
    ["level-up", levelUp(11), "Kaya Noir reached level 11\nNew upload: “Night bus”"],
    [
      "unlock",
      unlock,
      "Kaya Noir unlocked Team Player\nRare · 10 collaborative tracks · 6% have it here · now level 12",
    ],
    ["new number one", numberOne, "Milo Beats is the new number one\nPlays · last 7 days · 212 plays ahead"],
  ])("a %s reaches the channel once, as plain text", async (_kind, view, text) => {
    const id = announce(view);
    await settled(id, "delivered");
    expect(end.texts().filter((one) => one === text)).toHaveLength(1);
    expect(server.outcomes.find((one) => one.id === id)?.messageId).toBe(end.ids().at(-1));
  });

  test("a post that was stored before the connection broke is not posted again", async () => {
    end.faults().add({ path: end.post, method: "POST", does: "reset-after" });
    const id = announce(levelUp(21));
    await settled(id, "delivered");
    expect(count("Kaya Noir reached level 21")).toBe(1);
    expect(server.outcomesOf(id)).toEqual(["delivered"]);
  });

  test("a post that was stored before the platform failed is not posted again", async () => {
    end.faults().add({ path: end.post, method: "POST", does: "status-after", status: 502, times: 1 });
    await settled(announce(levelUp(22)), "delivered");
    expect(count("Kaya Noir reached level 22")).toBe(1);
  });

  test("a short wait that the platform asks for is waited, and the message comes once", async () => {
    const body = platform === "discord" ? { message: "rate limited", retry_after: 0.4, global: false } : { ok: false };
    const seconds = platform === "discord" ? "0.4" : "1";
    const headers = { "retry-after": seconds, "x-ratelimit-scope": "user" };
    end.faults().add({ path: end.post, method: "POST", does: "status-before", status: 429, body, headers });
    await settled(announce(levelUp(23)), "delivered");
    expect(count("Kaya Noir reached level 23")).toBe(1);
  });

  test("a long wait is left to the server, which is told how long", async () => {
    // Discord's library itself waits out what is short; Slack's waits are all the server's.
    const seconds = platform === "discord" ? 3.2 : 1;
    const body =
      platform === "discord" ? { message: "rate limited", retry_after: seconds, global: false } : { ok: false };
    const headers = { "retry-after": String(seconds), "x-ratelimit-scope": "user" };
    end.faults().add({ path: end.post, method: "POST", does: "status-before", status: 429, body, headers });
    const id = announce(levelUp(24));
    await until(() => expect(server.outcomesOf(id)).toEqual(["retry-later"]));
    expect(server.outcomes.find((one) => one.id === id)?.retryAfterMs).toBeGreaterThanOrEqual(seconds * 1000);
    expect(count("Kaya Noir reached level 24")).toBe(0);
    await settled(id, "delivered");
    expect(count("Kaya Noir reached level 24")).toBe(1);
  });

  test("a channel where the bot may not post, or that is gone, is reported as gone and nothing else is", async () => {
    end.muted().add(end.other());
    const muted = server.announce(platform, end.other(), levelUp(25));
    const gone = server.announce(platform, platform === "discord" ? "900000000000000404" : "C0GONE", levelUp(25));
    await settled(muted, "destination-gone");
    await settled(gone, "destination-gone");
    end.muted().clear();
    await settled(server.announce(platform, end.other(), levelUp(26)), "delivered");
    expect(end.texts(end.other())).toEqual(["Kaya Noir reached level 26\nNew upload: “Night bus”"]);
  });

  test("a message that the platform will never take is reported so, and the next one goes on", async () => {
    const answer =
      platform === "discord"
        ? { status: 400, body: { message: "Invalid Form Body", code: 50035 } }
        : { status: 200, body: { ok: false, error: "msg_too_long" } };
    end.faults().add({ path: end.post, method: "POST", does: "status-before", ...answer });
    const [refused, next] = [announce(levelUp(27)), announce(levelUp(28))];
    await settled(refused, "rejected");
    await settled(next, "delivered");
    expect([count("Kaya Noir reached level 27"), count("Kaya Noir reached level 28")]).toEqual([0, 1]);
  });

  test("a channel keeps its order while another goes on beside it", async () => {
    end.faults().add({ path: end.post, method: "POST", does: "status-before", status: 502 });
    const before = end.texts().length;
    const ids = [31, 32, 33, 34].map((level) => announce(levelUp(level)));
    for (const id of ids) await until(() => expect(["delivered", "unknown"]).toContain(server.outcomesOf(id).at(-1)));
    const levels = end
      .texts()
      .slice(before)
      .map((text) => /level (\d+)/.exec(text)?.[1]);
    // Slack cannot be told the same post twice: what failed first is parked, and listed as such.
    expect(levels).toEqual(platform === "discord" ? ["31", "32", "33", "34"] : ["32", "33", "34"]);
    expect(server.outcomesOf(ids[0]!)).toEqual([platform === "discord" ? "delivered" : "unknown"]);
  });

  test("a message with a hostile name commands nothing", async () => {
    await settled(announce(levelUp(41, "@everyone <!channel> **x**\n# y")), "delivered");
    const text = end.texts().at(-1) ?? "";
    expect(text).not.toMatch(platform === "discord" ? /@everyone|(?<!\\)[<*]|^#/m : /[<>]|^#/m);
    expect(text.split("\n")).toHaveLength(2);
  });
});

test("a message with a way on carries it as one button, and on Discord the delivery's id with it", async () => {
  const url = "https://beats.example/producer-dashboard";
  const onDiscord = server.announce("discord", discord.channelIds[0], { ...levelUp(52), url });
  const onSlack = server.announce("slack", slack.channelIds[0], { ...levelUp(52), url });
  await settled(onDiscord, "delivered");
  await settled(onSlack, "delivered");
  const [row] = discord.messages().at(-1)?.components ?? [];
  expect(row?.components).toMatchObject([{ label: "See progress", url: `${url}#${onDiscord}` }]);
  const buttons = slack
    .messages()
    .at(-1)
    ?.blocks?.filter(({ type }) => type === "actions");
  expect(buttons).toMatchObject([{ elements: [{ url, text: { text: "See progress" } }] }]);
});

test("a lease that was lost meanwhile changes nothing at the platform", async () => {
  discord.faults.add({ path: ends.discord.post, method: "POST", does: "reset-after" });
  const id = server.announce("discord", discord.channelIds[0], levelUp(51));
  await until(() => expect(server.leased).toBe(1));
  server.endLeases(Date.now());
  await settled(id, "delivered");
  await until(() => expect(server.leased).toBe(0));
  expect(ends.discord.texts().filter((text) => text.includes("level 51"))).toHaveLength(1);
  expect(server.outcomesOf(id)).toEqual(["delivered"]);
});
