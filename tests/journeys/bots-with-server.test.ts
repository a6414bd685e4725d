import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { type ServerWithBots, startServerWithBots } from "./bots/server-with-bots.ts";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let server: ServerWithBots;
let ingestKey: string;

const MEMBERS = 12;
const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

beforeAll(async () => {
  [discord, slack] = await Promise.all([DiscordStandIn.start(), SlackStandIn.start()]);
  server = await startServerWithBots(discord, slack);
  const everyone = ["--members", "all", "--unlocks-from", "common"];
  await server.beatpass(
    ...["community", "set", "--platform", "discord", "--guild", discord.guild.id, "--language", "en"],
    ...["--channel", discord.channelIds[0], ...everyone],
  );
  await server.beatpass(
    ...["community", "set", "--platform", "slack", "--guild", slack.team.id, "--language", "fr"],
    ...["--channel", slack.channelIds[0], ...everyone],
  );
  ingestKey = (await server.beatpass("key", "create", "--scope", "ingest", "--trusted")).trim().split("\n").at(-1)!;
});

afterAll(async () => {
  await server.stop();
  await Promise.all([discord.stop(), slack.stop()]);
});

let events = 0;
const event = (type: string, data: object) => ({
  specversion: "1.0",
  id: `event-${++events}`,
  source: "test",
  type: `ca.beatpass.${type}`,
  time: new Date(Date.now() - 60_000 + events).toISOString(),
  data,
});

async function record(batch: object[]): Promise<void> {
  const response = await fetch(`${server.url}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${ingestKey}`, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(batch),
  });
  expect(await response.json()).toMatchObject({ accepted: batch.length, rejected: [] });
}

const plays = (trackId: string, count: number, from: number) =>
  Array.from({ length: count }, (_, index) =>
    event("play", { trackId, listenedMs: 90_000, listenerId: `listener-${from + index}`, platform: "web" }),
  );
const onDiscord = () => discord.messages().map(({ content }) => content.replaceAll("**", ""));
const onSlack = () => slack.messages().map(({ text }) => text);
const titles = (texts: string[], pattern: RegExp) => texts.filter((text) => pattern.test(text));

test("an unlock and a level-up from the ledger reach both channels, once each, in the community's language", async () => {
  const names = Array.from({ length: MEMBERS }, (_, index) => `Artist ${index + 1}`);
  await record(
    names.flatMap((name, index) => [
      event("artist.updated", { artistId: `${index + 1}`, name, producerId: `${index + 1}`, vouched: true }),
      event("track.published", {
        trackId: `${index + 101}`,
        title: `Song ${index + 1}`,
        artistIds: [`${index + 1}`],
        durationMs: 180_000,
      }),
    ]),
  );
  await record([
    event("artist.updated", {
      artistId: "1",
      name: "Artist 1",
      pictures: ["https://img.example/1.png"],
      vouched: true,
    }),
  ]);
  await record(
    Array.from({ length: 12 }, (_, index) =>
      event("track.published", {
        trackId: `${index + 201}`,
        title: `More ${index + 1}`,
        artistIds: ["1"],
        durationMs: 180_000,
      }),
    ),
  );
  await until(() => {
    expect(titles(onDiscord(), /^Artist 1 unlocked Photogenic\nCommon · Add a first picture/)).toHaveLength(1);
    expect(titles(onSlack(), /^Artist 1 débloque Photogenic\nCommun · Une première photo/)).toHaveLength(1);
    expect(titles(onDiscord(), /^Artist 1 (reached|went from) level/).length).toBeGreaterThan(0);
    expect(titles(onSlack(), /^Artist 1 passe (au|du) niveau/).length).toBeGreaterThan(0);
  });
});

test("a new number one that held for two refreshes reaches both channels once", async () => {
  await record(plays("101", 3, 0));
  await server.beatpass("leaderboards", "refresh");
  await record(plays("102", 8, 100));
  for (let refresh = 0; refresh < 3; refresh++) await server.beatpass("leaderboards", "refresh");
  await until(() => {
    const english = /^Artist 2 is the new number one\nPlays · last 7 days · 5 plays ahead$/;
    const french = /^Artist 2 prend la tête\nÉcoutes · 7 derniers jours · 5 écoutes d’avance$/;
    expect(titles(onDiscord(), english)).toHaveLength(1);
    expect(titles(onSlack(), french)).toHaveLength(1);
  });
});

test("/beatpass stats answers from the ledger in both, privately", async () => {
  const before = [onDiscord(), onSlack()];
  const answer = await discord.slash("stats", { options: { producer: "artist 2" } });
  expect(answer.ephemeral).toBe(true);
  expect(answer.content).toMatch(/^\*\*Artist 2 · level \d+\*\*\n.*\n1 track · 8 plays · 0 followers\n/);
  await until(() => expect(server.slackUrl()).toBeDefined());
  const { response } = await slack.commandOverHttp(server.slackUrl()!, { text: "stats Artist 2", userId: "U0LEA" });
  expect(await response).toMatchObject({
    response_type: "ephemeral",
    text: expect.stringMatching(/^Artist 2 · niveau \d+\n.*\n1 morceau · 8 écoutes · 0 abonné\n/),
  });
  expect((await discord.slash("stats", { options: { producer: "Nobody" } })).content).toMatch(
    /^No producer called “Nobody” here\./,
  );
  expect((await discord.slash("stats")).content).toMatch(/^I don’t know your BeatPass artist yet\./);
  expect([onDiscord(), onSlack()]).toEqual(before);
});

test("nothing was said twice, and nothing that the platforms refuse", () => {
  for (const texts of [onDiscord(), onSlack()]) expect(new Set(texts).size).toBe(texts.length);
  expect([...discord.refused, ...slack.refused]).toEqual([]);
});
