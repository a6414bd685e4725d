import type { StatsAnswer } from "@beatpass/shared/contracts";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { levelUp } from "./bots/announcements.ts";
import { type BotsProcess, startBots } from "./bots/bots-process.ts";
import { DeliveryServer } from "./bots/delivery-server.ts";

let server: DeliveryServer;
let discord: DiscordStandIn;
let slack: SlackStandIn;
let bots: BotsProcess;

const kaya: StatsAnswer = {
  status: "found",
  producer: { id: "1", name: "Kaya Noir", demo: false },
  basis: "computed",
  level: 12,
  title: "Experienced Producer",
  xp: 3700,
  xpToNext: 458,
  progress: 0.3,
  tracks: 14,
  plays: 2301,
  followers: 1,
  rank: { category: "plays", period: "all-time", rank: 4, total: 214 },
  asOf: "2026-01-02T10:00:00.000Z",
};
const inEnglish = [
  "Kaya Noir · level 12",
  "Experienced Producer · 458 XP to level 13",
  "14 tracks · 2,301 plays · 1 follower",
  "Plays · all time · #4 of 214",
  "As of January 2, 2026",
].join("\n");

beforeAll(async () => {
  [server, discord, slack] = await Promise.all([DeliveryServer.start(), DiscordStandIn.start(), SlackStandIn.start()]);
  bots = startBots({ server, discord, slack });
  await until(() => {
    expect(discord.commands).toHaveLength(1);
    expect(bots.slackUrl()).toBeDefined();
  });
});

afterEach(() => {
  server.stats = kaya;
  expect([...discord.refused, ...slack.refused]).toEqual([]);
});

afterAll(async () => {
  await bots.stop();
  server.stop();
  await Promise.all([discord.stop(), slack.stop()]);
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const askSlack = (command: Parameters<SlackStandIn["commandOverHttp"]>[1]) =>
  slack.commandOverHttp(bots.slackUrl()!, command);

test("a community is made known when its bot is there, silently", async () => {
  await until(() =>
    expect(server.communities).toEqual({
      [`discord ${discord.guild.id}`]: { name: "Beat Lab", locale: "fr" },
      [`slack ${slack.team.id}`]: { name: "Beat Lab" },
    }),
  );
  expect([...discord.messages(), ...slack.messages()]).toEqual([]);
});

describe("/beatpass stats in Discord", () => {
  test("answers the member privately with their own figures", async () => {
    server.stats = kaya;
    const { ephemeral, content } = await discord.slashStats({ user: { id: "900000000000000010", name: "Kaya" } });
    expect(ephemeral).toBe(true);
    expect(content.replaceAll("**", "")).toBe(inEnglish);
    expect(server.questions.at(-1)).toEqual({ guildId: discord.guild.id, query: { user: "900000000000000010" } });
    expect(discord.messages()).toEqual([]);
  });

  test("asks for another producer by name, in the member's language", async () => {
    server.stats = { status: "unknown", query: "Nobody *at all*" };
    const { content } = await discord.slashStats({ producer: "Nobody *at all*", locale: "fr" });
    expect(content).toBe(
      "Personne ne s’appelle «\u00a0Nobody \\*at all\\*\u00a0» ici. Vérifie l’orthographe ou choisis dans la liste.",
    );
    expect(server.questions.at(-1)?.query).toEqual({ producer: "Nobody *at all*" });
  });

  test("says what to do when the member is not linked, and who is meant when another is", async () => {
    server.stats = { status: "unlinked" };
    expect((await discord.slashStats()).content).toMatch(/^I don’t know your BeatPass artist yet\./);
    const other = await discord.slashStats({ producer: "<@900000000000000011>" });
    expect(other.content).toBe("Milo hasn’t linked a BeatPass artist here.");
    expect(server.questions.at(-1)?.query).toEqual({ user: "900000000000000011" });
  });

  test("is acknowledged first and answered even while the server is out of order", async () => {
    server.stats = undefined;
    const { content, ephemeral } = await discord.slashStats();
    expect(content).toMatch(/^I can’t reach the figures right now\. Nothing is lost; .* \([0-9a-f]{8}\)$/);
    expect(ephemeral).toBe(true);
  });

  test("is answered after the gateway broke off, and after it forgot the session", async () => {
    server.stats = kaya;
    discord.gateway.drop();
    const during = discord.slashStats();
    expect((await during).content.replaceAll("**", "")).toBe(inEnglish);
    expect(discord.gateway.seen).toContain("resume");
    discord.gateway.drop({ forget: true });
    await until(() => expect(discord.gateway.seen.filter((one) => one === "identify")).toHaveLength(2));
    expect((await discord.slashStats()).content.replaceAll("**", "")).toBe(inEnglish);
  });
});

describe("/beatpass in Slack", () => {
  test("stats are acknowledged with nothing in the channel and answered privately", async () => {
    server.stats = kaya;
    const { status, body, response } = await askSlack({ text: "stats" });
    expect([status, body]).toEqual([200, ""]);
    expect(await response).toMatchObject({ response_type: "ephemeral", text: inEnglish });
    expect(server.questions.at(-1)).toEqual({ guildId: slack.team.id, query: { user: "U0KAYA" } });
    expect(slack.messages()).toEqual([]);
  });

  test("another producer is asked for by name or mention, in the member's language", async () => {
    server.stats = { status: "unlinked" };
    const { response } = await askSlack({ text: "stats <@U0MILO|milo>", userId: "U0LEA" });
    expect((await response).text).toBe("Pas de profil BeatPass relié ici pour milo.");
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0MILO" });
    server.stats = { status: "unknown", query: "A & B" };
    const named = await askSlack({ text: "stats  A &amp; B " });
    expect((await named.response).text).toBe(
      "No producer called “A &amp; B” here. Check the spelling or pick from the list.",
    );
    expect(server.questions.at(-1)?.query).toEqual({ producer: "A & B" });
  });

  test("anything else gets a short help, and the server is not asked", async () => {
    const before = server.questions.length;
    for (const text of ["", "help", "dance"]) {
      const { status, response } = await askSlack({ text });
      expect(status).toBe(200);
      expect((await response).text).toBe(
        "What I answer here:\n/beatpass stats [producer]: Level, XP, tracks, plays and followers of a producer",
      );
    }
    expect(server.questions).toHaveLength(before);
  });

  test("the answer comes even while the server is out of order", async () => {
    server.stats = undefined;
    const { status, response } = await askSlack({ text: "stats" });
    expect(status).toBe(200);
    expect((await response).text).toMatch(/^I can’t reach the figures right now/);
  });

  test.each([
    ["a wrong signature", { secret: "not-the-secret" }],
    ["a signature that is ten minutes old", { ageSeconds: 600 }],
  ])("a request with %s is refused and asks nothing", async (_what, command) => {
    const before = server.questions.length;
    const { status } = await askSlack({ text: "stats", ...command });
    expect(status).toBe(401);
    expect(server.questions).toHaveLength(before);
  });

  test("over a socket, stats are answered the same", async () => {
    server.stats = kaya;
    const second = startBots({ server, slack, slackOver: "socket" });
    await until(() => expect(slack.socketsOpen).toBe(1));
    const { response } = await slack.commandOverSocket({ text: "stats" });
    expect(await response).toMatchObject({ response_type: "ephemeral", text: inEnglish });
    expect(await second.stop()).toBe(0);
  });
});

test("unreachable platforms end nothing: what is certainly not sent is given back", async () => {
  const ended = await SlackStandIn.start();
  const nowhere = ended.apiUrl;
  await ended.stop();
  const ownServer = await DeliveryServer.start();
  const alone = startBots({
    server: ownServer,
    discord: { token: "t", applicationId: discord.applicationId, apiUrl: nowhere },
    slack: { botToken: "b", signingSecret: "s", appToken: "a", apiUrl: nowhere },
  });
  const ids = [
    ownServer.announce("discord", discord.channelIds[0], levelUp(61)),
    ownServer.announce("slack", slack.channelIds[0], levelUp(61)),
  ];
  await until(() => expect(ids.map((id) => ownServer.outcomesOf(id)[0])).toEqual(["retry-later", "retry-later"]));
  await until(() => expect(alone.log.some(({ event }) => event === "gateway-unreachable")).toBe(true));
  await until(() => expect(alone.log.some(({ event }) => event === "slack-unreachable")).toBe(true));
  expect(await alone.stop()).toBe(0);
  ownServer.stop();
});

test("no log line holds a token", () => {
  const text = JSON.stringify(bots.log);
  for (const secret of [discord.token, slack.botToken, slack.signingSecret, server.key])
    expect(text).not.toContain(secret);
});
