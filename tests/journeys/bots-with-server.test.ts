import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { wordsOf } from "../stand-ins/slack/views.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { type ServerWithBots, startServerWithBots } from "./bots/server-with-bots.ts";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let server: ServerWithBots;
let ingestKey: string;

const MEMBERS = 12;
const until = (check: () => void) => vi.waitFor(check, { timeout: 90_000, interval: 50 });

beforeAll(async () => {
  [discord, slack] = await Promise.all([DiscordStandIn.start(), SlackStandIn.start()]);
  server = await startServerWithBots(discord, slack);
  // Every fact as a message of its own.
  const everyone = ["--members", "all", "--unlocks-from", "common", "--daily-posts", "0"];
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
  expect([...onDiscord(), ...onSlack()].filter((text) => /8 (plays|écoutes) ·/.test(text))).toEqual([]);
});

/** Signs in as a producer, and gets a code as the settings page does. */
async function signIn(
  producerId: string,
): Promise<{ code: () => Promise<string>; get: (path: string) => Promise<unknown> }> {
  const email = `${producerId}@example.org`;
  const printed = await server.beatpass("user", "create", "--email", email, "--producer", producerId);
  const token = /#token=(\S+)/.exec(printed)![1]!;
  const password = "a long enough passphrase";
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(server.url).origin },
      body: JSON.stringify(body),
    });
  await post("/api/auth/reset-password", { token, newPassword: password });
  const answer = await post("/api/auth/sign-in/email", { email, password });
  const headers = { authorization: `Bearer ${answer.headers.get("set-auth-token")}` };
  return {
    code: async () => {
      const response = await fetch(`${server.url}/v1/identities/codes`, { method: "POST", headers });
      return ((await response.json()) as { code: string }).code;
    },
    get: async (path) => (await fetch(`${server.url}${path}`, { headers })).json(),
  };
}

test("linking in Discord: a typed code, the real message, a say in what is posted, and one's own number first", async () => {
  const artist = await signIn("3");
  const start = await discord.slash("link");
  expect([start.ephemeral, start.content]).toEqual([
    true,
    expect.stringMatching(/^Link your BeatPass artist to Beat Lab\./),
  ]);
  const pressed = await discord.press(start, "Link my artist");
  expect(pressed.modal).toMatchObject({ title: "Link my artist" });
  const wrong = await discord.fillIn(pressed, "AAAA-AAAA");
  expect(wrong.content).toBe("No dashboard shows this code. Look again, or get a new one.");
  expect(wrong.buttons).toEqual(["Enter a code"]);
  const again = await discord.press(wrong, "Enter a code");
  const linked = await discord.fillIn(again, await artist.code());
  expect(linked.ephemeral).toBe(true);
  expect(linked.content).toMatch(
    /^\*\*You’re linked, Artist 3\*\*\nLevel \d+, 1 track, \d+ plays?\. What you did before today .*\n\n\*\*What may Beat Lab see\?\*\*\n.*\n> \*\*Artist 3 reached level \d+\*\*\n> /,
  );
  expect(await artist.get("/v1/privacy")).toMatchObject({ announced: { discord: { "level-up": false } } });
  const chosen = await discord.choose(linked, ["level-up", "boards"]);
  const saved = await discord.press(chosen, "Save", { ...linked.seen, components: chosen.seen.components });
  await saved.until(({ states }) => states.at(-1)?.content.startsWith("Saved.") === true);
  expect(await artist.get("/v1/privacy")).toMatchObject({
    onBoards: true,
    named: false,
    announced: {
      discord: { "level-up": true, achievement: false, leaderboard: false },
      slack: { "level-up": true, achievement: true },
    },
  });
  expect((await discord.slash("stats")).content).toMatch(/^\*\*Artist 3 · level/);
  expect((await discord.slash("link")).content).toBe("You’re already linked as Artist 3.");
});

test("another artist's code asks first, and /beatpass unlink ends it", async () => {
  const other = await signIn("4");
  const pressed = await discord.press(await discord.slash("link"), "Link another artist");
  const asked = await discord.fillIn(pressed, await other.code());
  expect(asked.content).toBe("You’re linked as Artist 3 now. Link Artist 4 instead?");
  const replaced = await discord.press(asked, "Link Artist 4 instead");
  await replaced.until(({ states }) => states.at(-1)?.content.startsWith("**You’re linked, Artist 4**") === true);
  const privacy = await discord.slash("privacy", { locale: "fr" });
  expect(privacy.content).toMatch(/^\*\*Ton compte est déjà relié\u00a0: Artist 4\.\*\*/);
  expect((await discord.slash("unlink")).content).toBe(
    "Unlinked. Beat Lab will not hear from you here any more. Its boards and its digest show every producer: to leave them too, open Settings on your dashboard.",
  );
  expect(await other.get("/v1/identities")).toEqual({ identities: [] });
  expect((await discord.slash("progress")).content).toMatch(/^I don’t know your BeatPass artist yet\./);
});

test("linking in Slack: the same in Slack's own forms, in French", async () => {
  const artist = await signIn("5");
  const url = server.slackUrl()!;
  const { response } = await slack.commandOverHttp(url, { text: "link", userId: "U0LEA" });
  await slack.pressOverHttp(url, await response, "Relier mon profil", "U0LEA");
  await until(() => expect(slack.forms).toHaveLength(1));
  const form = slack.forms[0]!;
  await slack.submitForm(url, form, { code: "AAAA-AAAA" });
  await until(() => expect(wordsOf(form.view)).toMatch(/^Aucun tableau de bord n’affiche ce code\./));
  await slack.submitForm(url, form, { code: await artist.code() });
  await until(() => expect(wordsOf(form.view)).toMatch(/^C’est fait, Artist 5\nNiveau \d+, 1 morceau, /));
  expect(wordsOf(form.view)).toMatch(/\nArtist 5 passe au niveau \d+\n/);
  expect(await artist.get("/v1/privacy")).toMatchObject({ announced: { slack: { "level-up": false } } });
  await slack.submitForm(url, form, { choices: ["achievement", "named"] });
  await until(() => expect(wordsOf(form.view)).toMatch(/^C’est enregistré/));
  expect(await artist.get("/v1/privacy")).toMatchObject({
    onBoards: false,
    named: true,
    announced: { slack: { "level-up": false, achievement: true } },
  });
  expect(await artist.get("/v1/identities")).toMatchObject({
    identities: [{ platform: "slack", id: "U0LEA", name: "Léa", workspace: expect.any(String) }],
  });
  const privacy = await slack.commandOverHttp(url, { text: "privacy", userId: "U0LEA" });
  await slack.pressOverHttp(url, await privacy.response, "Ce qui peut être publié et envoyé", "U0LEA");
  await until(() => expect(slack.forms).toHaveLength(2));
  await until(() => expect(wordsOf(slack.forms[1]!.view)).toMatch(/^Ton compte est déjà relié\u00a0: Artist 5\./));
});

test("Slack's home shows the producer's overview, once for an event that comes twice", async () => {
  const url = server.slackUrl()!;
  const opened = { type: "app_home_opened", user: "U0LEA", channel: "D0LEA", tab: "home", event_ts: "1.1" };
  expect(await slack.event(url, opened, "Ev1")).toBe(200);
  await until(() => expect(wordsOf(slack.homes.U0LEA!)).toMatch(/^Artist 5 · niveau \d+ · .*\n▰*▱+ .*\n1 morceau · /));
  const { published } = slack;
  expect(await slack.event(url, opened, "Ev1")).toBe(200);
  await slack.event(url, { ...opened, user: "U0KAYA" }, "Ev2");
  await until(() => expect(wordsOf(slack.homes.U0KAYA!)).toMatch(/^I don’t know your BeatPass artist yet\./));
  expect(slack.published).toBe(published + 1);
});

test("nothing was said twice, and nothing that the platforms refuse", () => {
  for (const texts of [onDiscord(), onSlack()]) expect(new Set(texts).size).toBe(texts.length);
  expect([...discord.refused, ...slack.refused]).toEqual([]);
});
