import type { Answer } from "@beatpass/shared/contracts";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DiscordStandIn, MILO } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { levelUp } from "./bots/announcements.ts";
import { type BotsProcess, startBots } from "./bots/bots-process.ts";
import { DeliveryServer } from "./bots/delivery-server.ts";

let server: DeliveryServer;
let discord: DiscordStandIn;
let slack: SlackStandIn;
let bots: BotsProcess;

const kaya: Answer = {
  is: "stats",
  producer: { id: "1", name: "Kaya Noir" },
  demo: false,
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
/** Milo moved ahead. */
const loss: Answer = {
  is: "rank",
  change: {
    category: "plays",
    period: "7d",
    changedAt: "2026-01-02T10:00:00.000Z",
    before: { rank: 3, score: 80, total: 214 },
    now: { rank: 4, score: 80, total: 214 },
    moved: "others",
    passed: [],
    passedBy: [{ producerId: "2", name: "Milo", rank: 3, previousRank: 4, score: 90, previousScore: 70 }],
    passedCount: 0,
    passedByCount: 1,
  },
  demo: false,
  asOf: "2026-01-02T10:00:00.000Z",
};
const inEnglish = [
  "Kaya Noir · level 12",
  "Experienced Producer · 458 XP to level 13",
  "14 tracks · 2,301 plays · 1 follower",
  "Plays · all time · #4 of 214",
  "As of January 2, 2026",
].join("\n");
const asRead = (content: string) => content.replaceAll("**", "").replaceAll("-# ", "").replaceAll("\\", "");

beforeAll(async () => {
  [server, discord, slack] = await Promise.all([DeliveryServer.start(), DiscordStandIn.start(), SlackStandIn.start()]);
  bots = startBots({ server, discord, slack });
  await until(() => {
    expect(discord.commands).toHaveLength(1);
    expect(bots.slackUrl()).toBeDefined();
  });
});

afterEach(() => {
  server.answer = kaya;
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
      [`discord ${discord.guild.id}`]: { name: "Beat Lab", locale: "fr", ownerId: "900000000000000009" },
      [`slack ${slack.team.id}`]: { name: "Beat Lab", ownerId: slack.ownerId },
    }),
  );
  await until(() => expect(server.present).toEqual([discord.guild.id]));
  expect([...discord.messages(), ...slack.messages()]).toEqual([]);
});

describe("/beatpass in Discord", () => {
  test("stats answer the member privately with their own figures", async () => {
    server.answer = kaya;
    const { ephemeral, content } = await discord.slash("stats");
    expect(ephemeral).toBe(true);
    expect(asRead(content)).toBe(inEnglish);
    expect(server.questions.at(-1)).toEqual({
      guildId: discord.guild.id,
      command: "stats",
      query: { user: "900000000000000010", joinedAt: "2026-01-01T00:00:00.000Z" },
    });
    expect(discord.messages()).toEqual([]);
  });

  test("an answer goes to the channel only when its asker shows it there, word for word", async () => {
    const answer = await discord.slash("stats");
    expect(answer.buttons).toEqual(["Show in the channel"]);
    const pressed = await discord.press(answer, "Show in the channel");
    await pressed.until(({ followUps }) => followUps.length > 0);
    expect(pressed.followUps).toMatchObject([{ ephemeral: false, content: answer.content }]);
    expect(pressed.buttons).toEqual([]);
    // One more press, under way already, is handled before what is asked after it.
    void discord.press(answer, "Show in the channel");
    await discord.slash("stats");
    expect(discord.messages().map(({ content }) => content)).toEqual([answer.content]);
  });

  test("what is shown leads nobody to the page of whoever showed it", async () => {
    server.answer = { ...kaya, url: "https://beats.example/producer-dashboard/progress" };
    const answer = await discord.slash("stats");
    expect(answer.buttons).toEqual(["Show in the channel", "See progress"]);
    const pressed = await discord.press(answer, "Show in the channel");
    await pressed.until(({ followUps }) => followUps.length > 0);
    expect(pressed.followUps).toMatchObject([{ content: answer.content, components: [] }]);
    const inSlack = await (await askSlack({ text: "stats" })).response;
    expect(JSON.stringify(inSlack.blocks)).toContain("See progress");
    await slack.pressOverHttp(bots.slackUrl()!, inSlack, "Show in the channel");
    await until(() => expect(slack.responses.at(-1)).toEqual({ delete_original: true }));
    const shared = slack.responses.at(-2);
    expect(shared).toMatchObject({ response_type: "in_channel", text: inEnglish });
    expect(JSON.stringify(shared)).not.toContain("See progress");
  });

  test("why a rank changed is its asker's alone, and a button of old says so", async () => {
    server.answer = loss;
    const answer = await discord.slash("rank");
    expect(answer.content).toContain("Ahead of you now: Milo");
    expect(answer.buttons).toEqual([]);
    const old = { type: 2, style: 2, label: "Show in the channel", custom_id: "share" } as const;
    const pressed = await discord.press(answer, old.label, {
      ...answer.seen,
      components: [{ type: 1, components: [old] }],
    });
    await pressed.until(({ followUps }) => followUps.length > 0);
    expect(pressed.followUps).toMatchObject([
      { ephemeral: true, content: "This answer can’t be shown in the channel." },
    ]);
    expect(JSON.stringify(discord.messages())).not.toContain("Milo");
  });

  test("another producer is asked for by name, in the member's language", async () => {
    server.answer = { is: "unknown", query: "Nobody *at all*" };
    const { content, buttons } = await discord.slash("stats", {
      options: { producer: "Nobody *at all*" },
      locale: "fr",
    });
    expect(content).toBe(
      "Personne ne s’appelle «\u00a0Nobody \\*at all\\*\u00a0» ici. Vérifie l’orthographe ou choisis dans la liste.",
    );
    expect(buttons).toEqual([]);
    expect(server.questions.at(-1)?.query).toMatchObject({ producer: "Nobody *at all*" });
  });

  test("who is not linked is told what to do, and who is meant when another is not", async () => {
    server.answer = { is: "unlinked" };
    const own = await discord.slash("stats");
    expect(own.content).toMatch(/^I don’t know your BeatPass artist yet\./);
    expect(own.buttons).toEqual(["Link my artist"]);
    server.answer = { is: "unlinked-member" };
    const other = await discord.slash("stats", { options: { member: MILO.id } });
    expect(other.content).toBe("Milo hasn’t linked a BeatPass artist here.");
    expect(server.questions.at(-1)?.query).toMatchObject({ member: MILO.id });
  });

  test("names are offered while somebody types, and choices are those of the list", async () => {
    server.suggestions = [{ name: "Night bus", value: "7" }];
    expect(await discord.typeOption("insights", "track", "nig")).toEqual([{ name: "Night bus", value: "7" }]);
    expect(server.questions.at(-1)).toMatchObject({
      command: "suggestions",
      query: { of: "track", typed: "nig", user: "900000000000000010" },
    });
    const options = { category: "plays", period: "season", among: "all" };
    await discord.slash("leaderboard", { options });
    expect(server.questions.at(-1)).toMatchObject({ command: "leaderboard", query: options });
  });

  test("is acknowledged first and answered even while the server is out of order", async () => {
    server.answer = undefined;
    const { content, ephemeral } = await discord.slash("stats");
    expect(content).toMatch(/^I can’t reach the figures right now\. Nothing is lost; .* \([0-9a-f]{8}\)$/);
    expect(ephemeral).toBe(true);
  });

  test("nobody is left waiting for an answer that Discord does not take", async () => {
    server.answer = kaya;
    const body = { message: "Invalid Form Body", code: 50035 };
    discord.faults.add({ path: /@original$/, method: "PATCH", does: "status-before", status: 400, body });
    const { content } = await discord.slash("stats", { locale: "fr" });
    const [, requestId] = /^Les chiffres sont injoignables pour l’instant\..* \(([0-9a-f]{8})\)$/.exec(content) ?? [];
    await until(() =>
      expect(bots.log).toContainEqual(expect.objectContaining({ command: "stats", outcome: "failed", requestId })),
    );
  });

  test("an answer that takes long is excused in between, in both platforms", async () => {
    let answer = () => {};
    server.answersAfter = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const inSlack = await askSlack({ text: "stats" });
    expect(inSlack.status).toBe(200);
    const exchange = await discord.slash("stats", { locale: "fr" });
    expect(exchange.content).toBe("C’est plus long que d’habitude. Je complète ce message.");
    expect((await inSlack.response).text).toBe("This takes longer than usual. I’ll edit this message.");
    answer();
    await exchange.until(({ states }) => states.length === 2);
    expect(asRead(exchange.content)).toMatch(/^Kaya Noir · niveau 12/);
    await until(() => expect(slack.responses.at(-1)).toMatchObject({ text: inEnglish }));
  });

  test("is answered after the gateway broke off, and after it forgot the session", async () => {
    discord.gateway.drop();
    const during = discord.slash("stats");
    expect(asRead((await during).content)).toBe(inEnglish);
    expect(discord.gateway.seen).toContain("resume");
    discord.gateway.drop({ forget: true });
    await until(() => expect(discord.gateway.seen.filter((one) => one === "identify")).toHaveLength(2));
    expect(asRead((await discord.slash("stats")).content)).toBe(inEnglish);
  });
});

describe("/beatpass in Slack", () => {
  test("stats are acknowledged with nothing in the channel and answered privately", async () => {
    server.answer = kaya;
    const { status, body, response } = await askSlack({ text: "stats" });
    expect([status, body]).toEqual([200, ""]);
    expect(await response).toMatchObject({ response_type: "ephemeral", text: inEnglish });
    expect(server.questions.at(-1)).toEqual({ guildId: slack.team.id, command: "stats", query: { user: "U0KAYA" } });
    expect(slack.messages()).toEqual([]);
  });

  test("an answer goes to the channel only when its asker shows it there", async () => {
    const { response } = await askSlack({ text: "leaderboard plays", userId: "U0LEA" });
    const answer = await response;
    const before = slack.responses.length;
    const press = () => slack.pressOverHttp(bots.slackUrl()!, answer, "Montrer dans le canal", "U0LEA");
    const [pressed, again] = await Promise.all([press(), press()]);
    expect([pressed.status, again.status]).toEqual([200, 200]);
    await until(() => expect(slack.responses.at(-1)).toEqual({ delete_original: true }));
    // Nobody has a button left to press while the server is asked.
    expect(slack.responses.slice(before)).toEqual([
      { response_type: "ephemeral", replace_original: true, text: "En route vers le canal." },
      expect.objectContaining({ response_type: "in_channel", replace_original: false }),
      { delete_original: true },
    ]);
    expect(server.questions.at(-1)).toMatchObject({ command: "leaderboard", query: { category: "plays" } });
  });

  test("why a rank changed is its asker's alone, and a button of old says so", async () => {
    server.answer = loss;
    const answer = await (await askSlack({ text: "rank", userId: "U0LEA" })).response;
    expect(answer.text).toContain("Devant toi maintenant\u00a0: Milo");
    expect(JSON.stringify(answer.blocks)).not.toContain("Montrer dans le canal");
    const old = {
      type: "button" as const,
      action_id: "share",
      value: "rank",
      text: { type: "plain_text" as const, text: "Montrer dans le canal" },
    };
    const blocks = [{ type: "actions" as const, elements: [old] }];
    await slack.pressOverHttp(bots.slackUrl()!, { ...answer, blocks }, old.text.text, "U0LEA");
    const told = { response_type: "ephemeral", text: "Cette réponse ne se montre pas dans le canal." };
    await until(() => expect(slack.responses.at(-1)).toMatchObject(told));
  });

  test("the form for a code opens even while Slack is slow to tell who somebody is", async () => {
    server.answer = { is: "unlinked" };
    const answer = await (await askSlack({ text: "stats", userId: "U0LEA" })).response;
    slack.faults.add({ path: /users\.info$/, does: "hold-before" });
    const before = slack.forms.length;
    // By somebody whose language is not known yet, as everybody's after a restart.
    await slack.pressOverHttp(bots.slackUrl()!, answer, "Relier mon profil", "U0NEW");
    await until(() => expect(slack.forms).toHaveLength(before + 1));
    slack.faults.clear();
  });

  test("insights are never offered to the channel", async () => {
    server.answer = { is: "no-insights" };
    const { response } = await askSlack({ text: "insights Somebody else’s track" });
    const { text, blocks } = await response;
    expect(text).toMatch(/^Insights are for the artists on a track\n/);
    expect(blocks?.some(({ type }) => type === "actions")).toBe(false);
    expect(server.questions.at(-1)).toMatchObject({ query: { track: "Somebody else’s track" } });
  });

  test("another producer is asked for by name or mention, in the member's language", async () => {
    server.answer = { is: "unlinked-member" };
    const { response } = await askSlack({ text: "stats <@U0MILO|milo>", userId: "U0LEA" });
    expect((await response).text).toBe("Pas de profil BeatPass relié ici pour milo.");
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0LEA", member: "U0MILO" });
    server.answer = { is: "unknown", query: "A & B" };
    const named = await askSlack({ text: "stats  A &amp; B " });
    expect((await named.response).text).toBe("No producer called “A &amp; B” here. Check the spelling.");
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0KAYA", producer: "A & B" });
  });

  test("what is typed is read whatever its accents, commas and order, and what says nothing is named", async () => {
    server.answer = kaya;
    const politely = await askSlack({ text: "stats please <@U0MILO|milo>", userId: "U0LEA" });
    expect((await politely.response).text).toContain(
      "J’ai laissé de côté «\u00a0please\u00a0», que je ne comprends pas ici.",
    );
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0LEA", member: "U0MILO" });
    const misspelt = await (await askSlack({ text: "leaderboard earnigs, 7D" })).response;
    expect(misspelt.text).toContain("I left out “earnigs”, which I don’t understand here.");
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0KAYA", period: "7d" });
    await slack.pressOverHttp(bots.slackUrl()!, misspelt, "Show in the channel");
    await until(() => expect(slack.responses.at(-1)).toEqual({ delete_original: true }));
    expect(JSON.stringify(slack.responses.at(-2))).not.toContain("earnigs");
    const plain = await askSlack({ text: "leaderboard general, ecoutes" });
    expect((await plain.response).text).toContain("“ecoutes”");
    expect(server.questions.at(-1)?.query).toEqual({ user: "U0KAYA", category: "overall" });
  });

  test("anything else gets the help, made from the list, and the server is not asked", async () => {
    const before = server.questions.length;
    for (const text of ["", "help", "dance"]) {
      const { status, response } = await askSlack({ text });
      expect(status).toBe(200);
      const lines = (await response).text.split("\n");
      expect(lines[0]).toBe("What I answer here:");
      expect(lines).toContain(
        "/beatpass stats [producer] [member]: Level, XP, tracks, plays and followers of a producer",
      );
      const listed = lines.slice(1).map((line) => /^\/beatpass (\w+)/.exec(line)?.[1]);
      expect(listed.toSorted()).toEqual(discord.commands[0]?.options?.map(({ name }) => name).toSorted());
    }
    expect(server.questions).toHaveLength(before);
  });

  test("whoever manages the workspace is not sent away while Slack does not say so", async () => {
    slack.admins.add("U0LEA");
    // Their language is known already.
    await (await askSlack({ text: "help", userId: "U0LEA" })).response;
    const status = { does: "status-before", status: 429, headers: { "retry-after": "1" } } as const;
    slack.faults.add({ path: /users\.info$/, ...status });
    const asked = await askSlack({ text: "settings", userId: "U0LEA" });
    expect((await asked.response).text).toBe(
      "Slack ne dit pas pour l’instant qui gère Beat Lab. Réessaie dans une minute.",
    );
    const other = await askSlack({ text: "settings", userId: "U0KAYA" });
    expect((await other.response).text).toBe("Only people who manage Beat Lab can do this.");
    slack.admins.clear();
  });

  test("the answer comes even while the server is out of order", async () => {
    server.answer = undefined;
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

  test("refused requests are in the log once, with the secret to look at", () =>
    until(() => {
      const told = bots.log.filter(({ event }) => event === "request-refused");
      expect(told).toEqual([expect.objectContaining({ msg: expect.stringContaining("SLACK_SIGNING_SECRET") })]);
    }));

  test("over a socket, stats are answered the same", async () => {
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
