import { createApiKey } from "@beatpass/server/accounts/index.ts";
import {
  beatpassConnections,
  communities,
  communityMembers,
  identities,
  memberRoles,
} from "@beatpass/server/db/schema/index.ts";
import { readNotices } from "@beatpass/server/notices/index.ts";
import { artist, play, track } from "@beatpass/server/testing/index.ts";
import { DEFAULT_PRIVACY, type Locale, PlacesHere } from "@beatpass/shared/contracts";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { KAYA, MILO } from "../stand-ins/discord.ts";
import { type RunningCommunity, runCommunity } from "./community/running-community.ts";

const PUBLIC_URL = "https://beats.example";
const PRODUCER = "1";
const OWNER = "900000000000000009";

/** The last Monday evening that is over. */
const MONDAY = (() => {
  const today = Math.floor(Date.now() / 86_400_000);
  const monday = today - ((today + 3) % 7);
  return (monday === today ? monday - 7 : monday) * 86_400_000 + 18.5 * 3_600_000;
})();

let run: RunningCommunity;
let ingestKey: string;

beforeAll(async () => {
  run = await runCommunity({ publicUrl: PUBLIC_URL });
  const { db } = run.server.dependencies;
  ingestKey = await createApiKey(db, { scope: "ingest", trusted: true });
  const uploads = ["Night bus", "Night train", "Rain"].map((title, index) =>
    track(`${index + 1}`, [PRODUCER], { title, durationMs: 180_000 }),
  );
  await record([artist(PRODUCER, { name: "Kaya Noir" }), ...uploads]);
  await record(["2", "3", "4"].flatMap((id) => [artist(id), track(`of-${id}`, [id])]));
  const lastWeek = new Date(MONDAY - 3 * 86_400_000).toISOString();
  await record(["2", "3", "3", "4"].map((id) => play(`of-${id}`, {}, { time: lastWeek })));
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await record(["1", "1", "2"].map((id) => play(id, { listenedMs: 120_000 }, { time: yesterday })));
  await run.server.dependencies.writer.run("refreshLeaderboards", { announces: false });
  await link("discord", KAYA.id, PRODUCER);
  await link("discord", MILO.id, PRODUCER);
  await link("slack", "U0KAYA", PRODUCER);
  await link("slack", "U0LEA", PRODUCER);
  run.slack.admins.add("U0KAYA").add("U0LEA");
  await vi.waitFor(() => {
    expect(run.discord.commands).toHaveLength(1);
    expect(run.bots.slackUrl()).toBeDefined();
  }, soon);
});
afterEach(() => expect([...run.discord.refused, ...run.slack.refused]).toEqual([]));
afterAll(() => run.stop());

const soon = { timeout: 30_000, interval: 20 };

async function record(events: object[]): Promise<void> {
  const response = await fetch(`${run.server.url}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${ingestKey}`, "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(events),
  });
  expect(await response.json()).toMatchObject({ accepted: events.length, rejected: [] });
}

/** As /beatpass link does. */
async function link(platform: "discord" | "slack", platformUserId: string, producerId: string): Promise<void> {
  const { db } = run.server.dependencies;
  const member = { platformUserId, producerId, linkedAt: 0 };
  const scope = platform === "slack" ? run.slack.team.id : "";
  await db.insert(identities).values({ ...member, platform, scope, displayName: "Kaya" });
  await db.insert(communityMembers).values({ ...member, communityId: run.ids[platform] });
}

type Seen = { text: string; isPrivate: boolean; links: string[] };
type Typed = { name: string; options?: Record<string, string>; typed?: string };

async function askDiscord({ name, options = {} }: Typed, locale: Locale): Promise<Seen> {
  const asking = { options, locale: locale === "fr" ? "fr" : "en-US", user: locale === "fr" ? MILO : KAYA };
  const { content, ephemeral, seen } = await run.discord.slash(name, asking);
  const buttons = seen.components.flatMap(({ components }) => [...components]);
  return {
    text: content.replaceAll(/\*\*|\\|-# |^> /gm, ""),
    isPrivate: ephemeral,
    links: buttons.flatMap((one) => ("url" in one ? [one.url] : [])),
  };
}

async function askSlack({ name, typed = "" }: Typed, locale: Locale): Promise<Seen> {
  const command = { text: `${name} ${typed}`, userId: locale === "fr" ? "U0LEA" : "U0KAYA" };
  const { response } = await run.slack.commandOverHttp(run.bots.slackUrl()!, command);
  const { text, blocks = [], response_type } = await response;
  const buttons = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  return {
    text,
    isPrivate: response_type === "ephemeral",
    links: buttons.flatMap((one) => ("url" in one && one.url ? [one.url] : [])),
  };
}

test("who owns a community is greeted privately when its bot is new, and its channels hear nothing", async () => {
  const onDiscord = () => run.discord.messages(run.discord.directChannel(OWNER));
  const onSlack = () => run.slack.messages(run.slack.directChannel(run.slack.ownerId));
  await expect
    .poll(() => [...onDiscord().map(({ content }) => content), ...onSlack().map(({ text }) => text)], soon)
    .toEqual([
      expect.stringMatching(/^\*\*Beat Lab\*\*\n.*\nConfigurer\u00a0: tape \/beatpass settings sur Beat Lab\.$/),
      expect.stringMatching(/^Beat Lab\n.*\nSet up: type \/beatpass settings in Beat Lab\.$/),
    ]);
  expect([...run.discord.messages(), ...run.slack.messages()]).toEqual([]);
  for (const { id } of onDiscord()) run.discord.deleteMessage(id);
  for (const { ts } of onSlack()) run.slack.deleteMessage(ts);
});

describe.each([
  ["Discord", askDiscord],
  ["Slack", askSlack],
] as const)("every command in %s", (_platform, ask) => {
  type Row = [asked: Typed, english: RegExp, french: RegExp, link?: string];
  test.each<Row>([
    [
      { name: "stats" },
      /^Kaya Noir · level \d+\n.* XP to level \d+\n3 tracks · 3 plays · 0 followers\n/,
      /^Kaya Noir · niveau \d+\n.* XP avant le niveau \d+\n3 morceaux · 3 écoutes · 0 abonné\n/,
      "/producer-dashboard/progress",
    ],
    [{ name: "progress" }, /^Kaya Noir · level \d+ · /, /^Kaya Noir · niveau \d+ · /, "/producer-dashboard/progress"],
    [
      { name: "insights", options: { track: "1" }, typed: "night bus" },
      /^Night bus · Kaya Noir\n2 plays in the last 30 days · 0 downloads\n/,
      /^Night bus · Kaya Noir\n2 écoutes sur les 30 derniers jours · 0 téléchargement\n/,
      "/backstage/tracks/1/insights",
    ],
    [
      { name: "leaderboard", options: { category: "plays", period: "7d" }, typed: "plays 7d" },
      /^Plays · last 7 days · Beat Lab\n1\. Kaya Noir · 3 plays\n/,
      /^Écoutes · 7 derniers jours · Beat Lab\n1\. Kaya Noir · 3 écoutes\n/,
      "/producer-dashboard/leaderboards",
    ],
    [
      { name: "achievements" },
      /^Kaya Noir · \d+ of 36 achievements\n/,
      /^Kaya Noir · \d+ succès sur 36\n/,
      "/producer-dashboard/progress",
    ],
    [
      { name: "rank", options: { category: "plays" }, typed: "plays" },
      /^Plays · all time: #1 of 1 · Beat Lab\n/,
      /^Écoutes · depuis le début\u00a0: n°\u00a01 sur 1 · Beat Lab\n/,
      "/producer-dashboard/leaderboards",
    ],
    [{ name: "link" }, /^You’re already linked as Kaya Noir\.$/, /^Ton compte est déjà relié\u00a0: Kaya Noir\.$/],
    [{ name: "privacy" }, /^You’re already linked as Kaya Noir\./, /^Ton compte est déjà relié\u00a0: Kaya Noir\./],
    [
      { name: "settings" },
      /^The settings of Beat Lab: .*\nThis link works once, for 10 minutes\.$/,
      /^Les réglages de Beat Lab\u00a0: .*\nCe lien sert une seule fois, pendant 10 minutes\.$/,
      "/communities/",
    ],
    [
      { name: "test" },
      /^Preview, nobody else sees this\.\nWhat I announce\n[\s\S]*\nI can post in #\S+\.$/,
      /^Aperçu, visible par toi seul\.\nCe que j’annonce\n[\s\S]*\nJe peux publier dans #\S+\.$/,
    ],
    [
      { name: "help" },
      /^What I answer here:\n\/beatpass stats \[producer\] \[member\]: /,
      /^Voici ce que je sais dire\u00a0:\n\/beatpass stats \[producer\] \[member\]\u00a0: /,
    ],
    [
      { name: "unlink" },
      /^This account is unlinked\. Another one of yours is still linked, .* in Beat Lab\.$/,
      /^C’est délié\. Plus rien ne sera publié ici, .* Beat Lab\.$/,
    ],
  ])("$name is answered to the asker alone, in English and in French", async (asked, english, french, path) => {
    for (const [locale, expected] of [
      ["en", english],
      ["fr", french],
    ] as const) {
      const { text, isPrivate, links } = await ask(asked, locale);
      expect(text).toMatch(expected);
      expect(isPrivate).toBe(true);
      expect(links.map((link) => link.startsWith(`${PUBLIC_URL}${path}`))).toEqual(path === undefined ? [] : [true]);
    }
    expect([...run.discord.messages(), ...run.slack.messages()]).toEqual([]);
  });
});

describe("/beatpass test", () => {
  const alt = "Kaya Noir, level 10, Experienced Producer";
  const words = /^Kaya Noir reached level 10: Experienced Producer\nNew upload: “Night Bus”\nI can post in #\S+\.$/;
  // Discord's server is French, and so are its announcements, whoever asks.
  const altInFrench = "Kaya Noir, niveau 10, Experienced Producer";
  const wordsInFrench =
    /^Kaya Noir passe au niveau 10\u00a0: Experienced Producer\nNouveau morceau\u00a0: «\u00a0Night Bus\u00a0»\nI can post in #\S+\.$/;

  test("in Discord shows one announcement with its picture, and the channel sees the same once its asker says so", async () => {
    const [channel] = run.discord.channelIds;
    const answer = await run.discord.slash("test", { options: { kind: "level-up", show: "channel" } });
    expect(answer.seen).toMatchObject({ ephemeral: true, pictures: [altInFrench] });
    const [mark, ...said] = answer.content.replaceAll(/\*\*|\\|-# /gm, "").split("\n");
    expect([mark, said.join("\n")]).toEqual(["Test: made-up people", expect.stringMatching(wordsInFrench)]);
    expect(answer.buttons).toEqual(["Show in the channel"]);
    expect(run.discord.messages()).toEqual([]);
    const pressed = await run.discord.press(answer, "Show in the channel");
    await pressed.until(({ followUps }) => followUps.length > 0);
    expect(run.discord.messages()).toMatchObject([{ content: answer.content, pictures: [altInFrench] }]);
    run.discord.deleteMessage(run.discord.messages()[0]!.id);
    const deny = String(1 << 11);
    run.discord.members.overwrites.set(channel, [{ id: run.discord.guild.id, type: 0, allow: "0", deny }]);
    const lacking = await run.discord.slash("test", { options: { kind: "level-up" } });
    expect(lacking.content).toMatch(/I can’t post in #\S+\. Missing there: Send Messages\. In Discord: /);
    expect(lacking.buttons).toEqual([]);
    const ofBoard = await run.discord.slash("test", { options: { kind: "top-ten" } });
    expect(ofBoard.buttons).toEqual(["Voir le classement"]);
    expect(JSON.stringify(ofBoard.seen.components)).toContain(
      `"url":"${PUBLIC_URL}/producer-dashboard/leaderboards?category=plays&period=7d"`,
    );
    run.discord.members.overwrites.clear();
  });

  test("in Slack does the same, and does without the picture where Slack takes none", async () => {
    const url = run.bots.slackUrl()!;
    const asked = { text: "test level-up channel", userId: "U0KAYA" };
    const answer = await (await run.slack.commandOverHttp(url, asked)).response;
    const pictures = ({ blocks = [] }: Pick<typeof answer, "blocks">) =>
      blocks.flatMap((block) => (block.type === "image" ? [block.alt_text] : []));
    expect(answer.text.replace("Test: made-up people\n", "")).toMatch(words);
    expect(pictures(answer)).toEqual([alt]);
    await run.slack.pressOverHttp(url, answer, "Show in the channel");
    await vi.waitFor(() => expect(run.slack.responses.at(-1)).toEqual({ delete_original: true }), soon);
    const shared = run.slack.responses.at(-2) as typeof answer;
    expect([shared.response_type, pictures(shared)]).toEqual(["in_channel", [alt]]);
    run.slack.files.full = true;
    const without = await (await run.slack.commandOverHttp(url, { ...asked, text: "test achievement-unlock" }))
      .response;
    run.slack.files.full = false;
    expect([pictures(without), without.text.split("\n")[1]]).toEqual([[], "Kaya Noir unlocked Team Player"]);
  });

  test("in Slack answers without the picture while Slack is not done with it, and so does what is shown", async () => {
    const url = run.bots.slackUrl()!;
    run.slack.files.slow = true;
    const asked = { text: "test level-up channel", userId: "U0KAYA" };
    const answer = await (await run.slack.commandOverHttp(url, asked)).response;
    expect(answer.text).toContain("Kaya Noir reached level 10");
    expect(JSON.stringify(answer.blocks)).not.toContain("slack_file");
    await run.slack.pressOverHttp(url, answer, "Show in the channel");
    await vi.waitFor(() => expect(run.slack.responses.at(-1)).toEqual({ delete_original: true }), soon);
    run.slack.files.slow = false;
    expect(run.slack.responses.at(-2)).toMatchObject({ response_type: "in_channel", text: answer.text });
  });
});

test("of a Slack workspace with thousands of channels the bot's own can all be chosen", async () => {
  run.slack.strangeChannels = 3000;
  run.slack.moreChannels.add("C0LAST");
  const key = await createApiKey(run.server.dependencies.db, { scope: "bot" });
  const address = `${run.server.url}/v1/communities/slack/${run.slack.team.id}/places`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  const { channels } = PlacesHere.parse(await response.json());
  const names = channels.map(({ name, missing }) => ({ name, missing }));
  expect(names.slice(0, 4)).toEqual([
    ...["c0first", "c0second", "c0last"].map((name) => ({ name, missing: [] })),
    { name: "c1strange0", missing: ["membership"] },
  ]);
  run.slack.strangeChannels = 0;
  run.slack.moreChannels.clear();
});

test("the week's digest reaches the channel that was chosen for it, once, on both platforms", async () => {
  const { db, writer } = run.server.dependencies;
  await db.update(communities).set({ members: "all", digestDay: 1 });
  for (const platform of ["discord", "slack"] as const)
    await writer.run("saveCommunity", {
      platform,
      guildId: platform === "discord" ? run.discord.guild.id : run.slack.team.id,
      channelId: platform === "discord" ? run.discord.channelIds[1] : run.slack.channelIds[1],
    });
  expect(await writer.run("writeCommunityDigests", { at: MONDAY })).toBe(2);
  expect(await writer.run("writeCommunityDigests", { at: MONDAY })).toBe(0);
  const texts = () => [
    ...run.discord.messages(run.discord.channelIds[1]).map(({ content }) => content.replaceAll("**", "")),
    ...run.slack.messages(run.slack.channelIds[1]).map(({ text }) => text),
  ];
  await expect.poll(texts, soon).toHaveLength(2);
  // Each in its community's language: Discord's server is French.
  expect(texts().toSorted()).toEqual([
    expect.stringMatching(
      /^La semaine sur Beat Lab\n.*\n4 écoutes à nous tous\nLe plus écouté\u00a0: Artist 3, 2 écoutes$/,
    ),
    expect.stringMatching(/^The week in Beat Lab\n/),
  ]);
});

test("Slack insights without a track, or with a title that several have, are asked for in a menu of own tracks alone", async () => {
  await link("slack", "U0KAYA", PRODUCER);
  const url = run.bots.slackUrl()!;
  const ask = async (text: string, userId = "U0KAYA") =>
    (await run.slack.commandOverHttp(url, { text, userId })).response;
  const names = async (...args: Parameters<typeof run.slack.offered>) =>
    (await run.slack.offered(...args)).map(({ text }) => text.text);
  const none = await ask("insights");
  expect([none.response_type, none.text]).toEqual(["ephemeral", "Which of your tracks?"]);
  expect((await names(url, none, "")).toSorted()).toEqual(["Night bus", "Night train", "Rain"]);
  const several = await ask("insights night");
  expect(several.text).toBe("Several of your tracks fit “night”. Which one?");
  const [train] = await run.slack.offered(url, several, "train");
  const picked = await run.slack.pick(url, several, train!);
  expect([picked.replace_original, picked.response_type]).toEqual([true, "ephemeral"]);
  expect(picked.text).toMatch(/^Night train · Kaya Noir\n1 play in the last 30 days · /);
  expect((await ask("insights rain")).text).toMatch(/^Rain · Kaya Noir\n/);
  // Somebody who is not linked is offered nothing, whatever they type.
  expect(await names(url, several, "night", "U0STRANGER")).toEqual([]);
  expect((await ask("insights", "U0STRANGER")).text).toMatch(/^I don’t know your BeatPass artist yet\./);
});

test("a channel where the bot may not post is told the owner once, and is not asked again for what comes after", async () => {
  const { db } = run.server.dependencies;
  const [onDiscord, onSlack] = [run.discord.channelIds[1], run.slack.channelIds[1]];
  await db.update(communities).set({ unlocksFrom: "common" });
  run.discord.muted.add(onDiscord);
  run.slack.muted.add(onSlack);
  const told = () => [
    ...run.discord.messages(run.discord.directChannel(OWNER)).map(({ content }) => content.replaceAll("**", "")),
    ...run.slack.messages(run.slack.directChannel(run.slack.ownerId)).map(({ text }) => text),
  ];
  const kept = async () => (await readNotices({ db })).notices.map(({ kind, deliveries }) => [kind, deliveries]);
  const pictures = ["https://img.example/1.png"];
  await record([artist("2", { name: "Milo", pictures })]);
  await expect
    .poll(told, soon)
    .toEqual([
      expect.stringMatching(new RegExp(`^Beat Lab\\n.* dans <#${onDiscord}>\u00a0: il me manque «`)),
      expect.stringMatching(new RegExp(`^Beat Lab\\nI can’t post in <#${onSlack}>: invite me there\\.`)),
    ]);
  await record([artist("3", { name: "Zoë", pictures })]);
  await expect.poll(kept, soon).toEqual([
    ["permission-missing", 2],
    ["permission-missing", 2],
  ]);
  expect(told()).toHaveLength(2);
  run.discord.muted.clear();
  run.slack.muted.clear();
  await db.update(communities).set({ unlocksFrom: "rare", channelId: null });
  run.discord.deleteMessage(run.discord.messages(run.discord.directChannel(OWNER))[0]!.id);
});

describe("roles by level", () => {
  const five = "900000000000000021";
  const held = () => [...run.discord.members.members.get(MILO.id)!];

  beforeAll(async () => {
    const { db } = run.server.dependencies;
    await link("discord", MILO.id, PRODUCER);
    run.discord.members.members.set(MILO.id, new Set());
    run.discord.members.mayManageRoles = false;
    const levelRoles = { mode: "stack" as const, roles: [{ level: 1, roleId: five }] };
    await db.update(communities).set({ levelRoles });
  });

  test("that the bot may not give are told the owner once, privately, and given once it may", async () => {
    const { db, writer } = run.server.dependencies;
    const told = () => run.discord.messages(run.discord.directChannel(OWNER)).map(({ content }) => content);
    await writer.run("settleRoles", undefined);
    await expect
      .poll(told, soon)
      .toEqual([expect.stringMatching(/^\*\*Beat Lab\*\*\n.*accorde «\u00a0Gérer les rôles\u00a0» à mon rôle/)]);
    expect(held()).toEqual([]);
    run.discord.members.mayManageRoles = true;
    await db.update(memberRoles).set({ askedAt: 0 });
    await writer.run("settleRoles", undefined);
    await expect.poll(held, soon).toEqual([five]);
    await expect.poll(async () => (await readNotices({ db })).notices, soon).toEqual([]);
    expect(told()).toHaveLength(1);
  });

  test("are not given while they carry power over the server", async () => {
    const { db, writer } = run.server.dependencies;
    const role = run.discord.members.roles.find(({ id }) => id === five)!;
    const outcome = async () => (await db.select().from(memberRoles)).map((one) => one.outcome);
    run.discord.members.members.set(MILO.id, new Set());
    role.permissions = String(1 << 3);
    await db.update(memberRoles).set({ askedAt: 0 });
    await writer.run("settleRoles", undefined);
    await expect.poll(outcome, soon).toContain("not-allowed");
    expect(held()).toEqual([]);
    role.permissions = "0";
    await db.update(memberRoles).set({ askedAt: 0 });
    await writer.run("settleRoles", undefined);
    await expect.poll(held, soon).toEqual([five]);
    await expect.poll(async () => (await readNotices({ db })).notices, soon).toEqual([]);
  });

  test("come back with the first command of a member who left the server and joined it again", async () => {
    run.discord.members.members.set(MILO.id, new Set());
    run.discord.members.joinedAt.set(MILO.id, new Date(Date.now() + 1000).toISOString());
    await run.discord.slash("stats", { user: MILO });
    await run.server.dependencies.writer.run("settleRoles", undefined);
    await expect.poll(held, soon).toEqual([five]);
  });
});

test("a server that removed the bot while it was away counts as left when the bot comes back, and nothing is sent there", async () => {
  const { db } = run.server.dependencies;
  await db.insert(communities).values({
    ...{ id: "gone", platform: "discord", guildId: "900000000000000404", name: "Gone", createdAt: 0 },
    administratorId: KAYA.id,
  });
  const identified = run.discord.gateway.seen.filter((one) => one === "identify").length;
  run.discord.gateway.drop({ forget: true });
  await expect
    .poll(async () => (await readNotices({ db })).notices, soon)
    .toMatchObject([{ kind: "community-left", community: { name: "Gone" } }]);
  expect(run.discord.gateway.seen.filter((one) => one === "identify")).toHaveLength(identified + 1);
});

test("a token that ends soon is told its owner alone, once, with the way to renew it", async () => {
  const { db, writer } = run.server.dependencies;
  const tokenAddedAt = Date.now() - 87.5 * 86_400_000;
  const token = { token: "sealed", tokenAddedAt, tokenState: "accepted" as const, connectedAt: tokenAddedAt };
  await db.insert(beatpassConnections).values({ ...token, producerId: PRODUCER, id: "c", userId: "u", artistId: "1" });
  // Unlinking, above, took back what was agreed to.
  await writer.run("savePrivacy", { producerId: PRODUCER, choices: DEFAULT_PRIVACY });
  const publicly = () => [...run.discord.messages(), ...run.slack.messages()].length;
  const before = publicly();
  expect(await writer.run("remindOfTokens", undefined)).toBe(1);
  expect(await writer.run("remindOfTokens", undefined)).toBe(0);
  const onDiscord = () => run.discord.messages(run.discord.directChannel(MILO.id));
  const onSlack = () => run.slack.messages(run.slack.directChannel("U0KAYA"));
  await expect.poll(() => [onDiscord().length, onSlack().length], soon).toEqual([1, 1]);
  for (const text of [onDiscord()[0]!.content, onSlack()[0]!.text])
    expect(text.replaceAll("**", "")).toMatch(
      /^Your BeatPass token ends in 3 days\n.* paste it on your dashboard, never/,
    );
  expect(JSON.stringify(onDiscord()[0]!.components)).toContain(`"url":"${PUBLIC_URL}/connect#`);
  expect(publicly()).toBe(before);
});
