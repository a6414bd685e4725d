import type { AnnouncementView, ChatPlatform } from "@beatpass/shared/contracts";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { levelUp, numberOne, permissionMissing, spike, unlock } from "./bots/announcements.ts";
import { type BotsProcess, startBots } from "./bots/bots-process.ts";
import { DeliveryServer } from "./bots/delivery-server.ts";

let server: DeliveryServer;
let discord: DiscordStandIn;
let slack: SlackStandIn;
/** Two processes at once, everywhere below. */
let bots: BotsProcess[];
/** Posts whose answers never come, from the beginning on. */
let unanswered: Record<ChatPlatform, string>;

beforeAll(async () => {
  [server, discord, slack] = await Promise.all([DeliveryServer.start(), DiscordStandIn.start(), SlackStandIn.start()]);
  discord.moreChannels.add(SLOW.discord);
  slack.moreChannels.add(SLOW.slack);
  discord.faults.add({ path: ends.discord.post, method: "POST", does: "hold-after" });
  slack.faults.add({ path: ends.slack.post, method: "POST", does: "hold-after" });
  unanswered = {
    discord: server.announce("discord", SLOW.discord, levelUp(9)),
    slack: server.announce("slack", SLOW.slack, levelUp(9)),
  };
  bots = [startBots({ server, discord, slack }), startBots({ server, discord, slack })];
  await until(() => expect([discord.faults.pending, slack.faults.pending]).toEqual([0, 0]));
});

afterEach(() => {
  expect(discord.refused).toEqual([]);
  expect(slack.refused).toEqual([]);
});

afterAll(async () => {
  await Promise.all(bots.map((one) => one.stop()));
  server.stop();
  await Promise.all([discord.stop(), slack.stop()]);
});

const SLOW = { discord: "900000000000000040", slack: "C0SLOW" } as const;
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
    person: "900000000000000010",
    close: (person: string) => discord.closed.add(person),
    remove: (id: string) => discord.deleteMessage(id),
    direct: (person: string) => discord.messages(discord.directChannel(person)),
    changed: (id: string) => discord.messages().find((message) => message.id === id)?.changed ?? 0,
    pictures: (id: string) => discord.messages().find((message) => message.id === id)?.pictures ?? [],
    refusePictures(refuses: boolean) {
      if (refuses) discord.fileless.add(discord.channelIds[0]);
      else discord.fileless.clear();
    },
  },
  slack: {
    channel: () => slack.channelIds[0],
    other: () => slack.channelIds[1],
    texts: (channel?: string) => slack.messages(channel).map(({ text }) => text),
    ids: () => slack.messages().map(({ ts }) => ts),
    faults: () => slack.faults,
    post: /chat\.postMessage$/,
    muted: () => slack.muted,
    person: "U0KAYA",
    close: (person: string) => slack.answers.set(person, "user_disabled"),
    remove: (id: string) => slack.deleteMessage(id),
    direct: (person: string) => slack.messages(slack.directChannel(person)),
    changed: (id: string) => slack.messages().find(({ ts }) => ts === id)?.changed ?? 0,
    pictures(id: string) {
      const { blocks } = slack.messages().find(({ ts }) => ts === id) ?? {};
      return blocks?.flatMap((block) => (block.type === "image" ? [block.alt_text] : [])) ?? [];
    },
    refusePictures(refuses: boolean) {
      slack.files.full = refuses;
    },
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
    expect([muted, gone].map((id) => server.outcomes.find((one) => one.id === id)?.missing)).toEqual([
      "permission",
      "channel",
    ]);
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

  test("a channel keeps its order while another goes on beside it, though both fail before anything is stored", async () => {
    end.faults().add({ path: end.post, method: "POST", does: "status-before", status: 502 });
    end.faults().add({ path: end.post, method: "POST", does: "reset-before" });
    const before = end.texts().length;
    const ids = [31, 32, 33, 34].map((level) => announce(levelUp(level)));
    const beside = server.announce(platform, end.other(), levelUp(35));
    for (const id of ids) await until(() => expect(["delivered", "unknown"]).toContain(server.outcomesOf(id).at(-1)));
    const levels = end
      .texts()
      .slice(before)
      .map((text) => /level (\d+)/.exec(text)?.[1]);
    // Slack cannot be told the same post twice: what failed first is parked, and listed as such.
    expect(levels).toEqual(platform === "discord" ? ["31", "32", "33", "34"] : ["32", "33", "34"]);
    for (const id of [ids[0]!, beside]) await settled(id, platform === "discord" ? "delivered" : "unknown");
    const shown = end.texts(end.other()).filter((text) => text.includes("level 35"));
    expect(shown).toHaveLength(platform === "discord" ? 1 : 0);
  });

  test("a card goes with the message, its words with it; where pictures are refused the words come alone", async () => {
    await settled(announce(levelUp(43)), "delivered");
    expect(end.pictures(end.ids().at(-1)!)).toEqual(["Kaya Noir, level 43, Skilled Producer"]);
    end.refusePictures(true);
    await settled(announce(levelUp(44)), "delivered");
    end.refusePictures(false);
    expect(count("Kaya Noir reached level 44")).toBe(1);
    expect(end.pictures(end.ids().at(-1)!)).toEqual([]);
  });

  test("a private message reaches the person alone, once, though its connection broke", async () => {
    end.faults().add({ path: end.post, method: "POST", does: "reset-after" });
    const id = server.announce(platform, end.person, spike, { to: "person" });
    await settled(id, "delivered");
    expect(end.direct(end.person)).toHaveLength(1);
    expect(JSON.stringify(end.direct(end.person)[0])).toContain("“Night bus” is having a day");
    expect(count("“Night bus”")).toBe(0);
  });

  test("a notice names the channel so that it can be opened", async () => {
    const view = permissionMissing(platform, end.channel());
    await settled(server.announce(platform, end.person, view, { to: "person" }), "delivered");
    const message = end.direct(end.person).at(-1)!;
    const words = platform === "discord" ? `in <#${end.channel()}>: I need` : `<#${end.channel()}>: invite me there`;
    expect("content" in message ? message.content : message.text).toContain(words);
  });

  test("a person who takes no messages is reported as gone, and asked once", async () => {
    const person = platform === "discord" ? "900000000000000066" : "U0CLOSED";
    end.close(person);
    const id = server.announce(platform, person, spike, { to: "person" });
    await settled(id, "destination-gone");
    expect(server.outcomesOf(id)).toEqual(["destination-gone"]);
    expect(end.direct(person)).toEqual([]);
  });

  test("a mention names the one producer and nobody else, whatever a name says", async () => {
    const view = levelUp(45, "@everyone <@900000000000000099>");
    await settled(server.announce(platform, end.channel(), view, { mention: end.person }), "delivered");
    const message = platform === "discord" ? discord.messages().at(-1) : slack.messages().at(-1);
    if (message && "content" in message) {
      expect(message.allowed_mentions).toEqual({ parse: [], users: [end.person] });
      expect(message.content.split("\n").at(-1)).toBe(`-# <@${end.person}>`);
    } else {
      const named = JSON.stringify(message?.blocks).match(/"user_id":"(\w+)"/g);
      expect(named).toEqual([`"user_id":"${end.person}"`]);
    }
  });

  test("a message is changed in its place, also where the first try's fate is not known", async () => {
    const first = announce(levelUp(46));
    await settled(first, "delivered");
    const messageId = end.ids().at(-1)!;
    const before = end.texts().length;
    const path = platform === "discord" ? /\/messages\/\d+$/ : /chat\.update$/;
    end.faults().add({ path, does: "reset-after" });
    const edits = { messageId, deliveryId: first };
    const view = { ...levelUp(48), fromLevel: 45 } as AnnouncementView;
    const second = server.announce(platform, end.channel(), view, { edits });
    await settled(second, "delivered");
    expect(end.texts()).toHaveLength(before);
    expect(end.texts().at(-1)).toMatch(/^Kaya Noir went from level 45 to level 48/);
    expect(end.changed(messageId)).toBe(2);
    expect(server.outcomesOf(second)).toEqual(["delivered"]);
  });

  test("a change of a deleted message ends as gone, and posts nothing", async () => {
    const first = announce(levelUp(53));
    await settled(first, "delivered");
    const messageId = end.ids().at(-1)!;
    end.remove(messageId);
    const before = end.texts().length;
    const edits = { messageId, deliveryId: first };
    await settled(server.announce(platform, end.channel(), levelUp(54), { edits }), "destination-gone");
    expect(end.texts()).toHaveLength(before);
  });

  test("a message with a hostile name commands nothing", async () => {
    await settled(announce(levelUp(41, "@everyone <!channel> **x**\n# y")), "delivered");
    const text = end.texts().at(-1) ?? "";
    expect(text).not.toMatch(platform === "discord" ? /@everyone|(?<!\\)[<*]|^#/m : /[<>]|^#/m);
    expect(text.split("\n")).toHaveLength(2);
  });
});

test.each([
  ["is_archived", "channel"],
  ["not_in_channel", "permission"],
  ["restricted_action", "permission"],
])("what Slack calls %s is a channel out of reach, and no other is", async (code, missing) => {
  slack.answers.set(slack.channelIds[1], code);
  const id = server.announce("slack", slack.channelIds[1], levelUp(61));
  const beside = server.announce("slack", slack.channelIds[0], levelUp(62));
  await settled(id, "destination-gone");
  await settled(beside, "delivered");
  slack.answers.delete(slack.channelIds[1]);
  expect(server.outcomes.find((one) => one.id === id)).toMatchObject({ missing, detail: `Slack answered ${code}` });
});

test.each(["global", "shared"])("a %s limit of Discord is waited out, and every message comes once", async (scope) => {
  const isGlobal = scope === "global";
  const body = { message: "You are being rate limited.", retry_after: 0.4, global: isGlobal };
  const headers = {
    "retry-after": "0.4",
    "x-ratelimit-scope": scope,
    ...(isGlobal && { "x-ratelimit-global": "true" }),
  };
  discord.faults.add({ path: ends.discord.post, method: "POST", does: "status-before", status: 429, body, headers });
  const ids = discord.channelIds.map((channel) => server.announce("discord", channel, levelUp(isGlobal ? 63 : 64)));
  for (const id of ids) await settled(id, "delivered");
  for (const channel of discord.channelIds) {
    const texts = ends.discord.texts(channel).filter((text) => text.includes(`level ${isGlobal ? 63 : 64}`));
    expect(texts).toHaveLength(1);
  }
});

test("a gateway session that is resumed amid deliveries loses and repeats none, and its commands are answered once", async () => {
  const levels = [71, 72, 73, 74, 75, 76];
  const ids = levels.map((level) => server.announce("discord", discord.channelIds[1], levelUp(level)));
  await settled(ids[0]!, "delivered");
  discord.gateway.drop();
  const exchange = await discord.slash("stats");
  for (const id of ids) await settled(id, "delivered");
  const said = ends.discord.texts(discord.channelIds[1]).map((text) => Number(/level (\d+)/.exec(text)?.[1]));
  expect(said.filter((level) => level > 70)).toEqual(levels);
  const handled = () => bots.flatMap(({ log }) => log.filter(({ event }) => event === "command"));
  await until(() =>
    expect(
      handled()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(["answered", "answered-elsewhere"]),
  );
  expect(discord.gateway.seen.filter((one) => one === "resume")).toHaveLength(2);
  expect(exchange.states).toHaveLength(1);
});

test("an answer that never comes is looked for, and its message stands there once", async () => {
  for (const platform of ["discord", "slack"] as const) {
    await settled(unanswered[platform], "delivered");
    expect(ends[platform].texts(SLOW[platform])).toEqual(["Kaya Noir reached level 9\nNew upload: “Night bus”"]);
    expect(server.outcomesOf(unanswered[platform])).toEqual(["delivered"]);
  }
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

test("a community that removes the bot is reported, and one that is merely out of order is not", async () => {
  const onDiscord = `discord ${discord.guild.id}`;
  const onSlack = `slack ${slack.team.id}`;
  await until(() => expect(Object.keys(server.communities)).toEqual(expect.arrayContaining([onDiscord, onSlack])));
  const url = bots[0]!.slackUrl()!.replace("/slack/commands", "/slack/events");
  // A person's token says nothing of the bot's.
  expect(await slack.event(url, { type: "tokens_revoked", tokens: { oauth: ["U0KAYA"] } })).toBe(200);
  discord.gateway.dispatch("GUILD_DELETE", { id: discord.guild.id, unavailable: true });
  expect(await slack.event(url, { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } })).toBe(200);
  expect(await slack.event(url, { type: "app_uninstalled" })).toBe(200);
  await until(() => expect(server.left).toEqual([onSlack, onSlack]));
  discord.gateway.dispatch("GUILD_DELETE", { id: discord.guild.id });
  // Each process is told by the gateway.
  await until(() => expect(server.left).toEqual([onSlack, onSlack, onDiscord, onDiscord]));
});
