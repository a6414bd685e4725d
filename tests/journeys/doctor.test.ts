import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "@beatpass/bots/src/commands/command-list.ts";
import { discordCommands } from "@beatpass/bots/src/discord/registration.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { StripeStandIn } from "../stand-ins/stripe.ts";

const main = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "beatpass-doctor-"));

let discord: DiscordStandIn;
let slack: SlackStandIn;
let stripe: StripeStandIn;
let ends: Record<string, string>;

beforeAll(async () => {
  [discord, slack, stripe] = await Promise.all([DiscordStandIn.start(), SlackStandIn.start(), StripeStandIn.start()]);
  ends = {
    DISCORD_API_URL: discord.apiUrl,
    SLACK_API_URL: slack.apiUrl,
    STRIPE_API_URL: stripe.url,
    BEATPASS_API_URL: "http://127.0.0.1:9",
  };
  // Tables, and a community of each platform.
  for (const [platform, guild, channel] of [
    ["discord", discord.guild.id, discord.channelIds[0]],
    ["slack", slack.team.id, slack.channelIds[0]],
  ] as const) {
    const args = ["--platform", platform, "--guild", guild, "--channel", channel, "--name", "Beat Lab"];
    expect((await beatpass(["community", "set", ...args])).code).toBe(0);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([discord.stop(), slack.stop(), stripe.stop()]);
});

/** Runs `beatpass …` while the far ends answer. */
const beatpass = (
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; lines: string[] }> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
      ...ends,
      ...environment,
    };
    const child = execFile(process.execPath, [main, ...args], { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, lines: (stdout + stderr).trim().split("\n") });
    });
  });

const tokens = () => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_APPLICATION_ID: discord.applicationId,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  STRIPE_SECRET_KEY: stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: stripe.webhookSecrets.platform,
  PUBLIC_URL: "https://stats.example",
});

test("a bare machine is in order: each part that is off says what switches it on", async () => {
  const { code, lines } = await beatpass(["doctor"]);
  expect(lines.filter((line) => !line.startsWith("ok"))).toEqual([
    "off    configuration: links in messages: PUBLIC_URL with an address that others reach switches them on",
    "off    Stripe: STRIPE_SECRET_KEY switches it on",
    "off    BeatPass: nobody is connected; a producer does so on the dashboard, with their token",
    "off    Discord: DISCORD_TOKEN switches it on",
    "off    Slack: SLACK_BOT_TOKEN switches it on",
    "Nothing that is set up is wrong.",
  ]);
  expect(lines).toContain("ok     database: its tables are up to date");
  expect(lines.find((line) => line.startsWith("ok     clock:"))).toMatch(/within \d+ s of the far ends/);
  expect(code).toBe(0);
});

test("everything set up as it should be is ok, to each channel", async () => {
  discord.commands = discordCommands(COMMANDS).map((command) => ({ ...command, id: "1" })) as typeof discord.commands;
  const { code, lines } = await beatpass(["doctor"], tokens());
  expect(lines.filter((line) => line.startsWith("wrong"))).toEqual([]);
  expect(lines).toContain("ok     Discord: the token is accepted, as “BeatPass”");
  expect(lines).toContain("ok     Discord: /beatpass is registered with all its subcommands");
  expect(lines.filter((line) => line.includes("may post"))).toHaveLength(2);
  expect(lines).toContain("ok     Slack: all scopes are granted");
  expect(lines).toContain("ok     Stripe: the key is accepted, in test mode");
  expect(code).toBe(0);
});

test("a bot that was seen in no server yet comes with the link that adds it", async () => {
  const elsewhere = { DATABASE_URL: `file:${join(folder, "nobody.db")}` };
  await beatpass(["community", "set", "--platform", "slack", "--guild", "T0ELSE", "--channel", "C0ELSE"], elsewhere);
  const { lines } = await beatpass(["doctor"], { ...tokens(), ...elsewhere });
  const link = `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot+applications.commands`;
  expect(lines.find((line) => line.includes("in no server yet"))).toContain(link);
});

test("what is wrong is said with how to mend it, no secret in it, and the exit code is 1", async () => {
  discord.commands = [];
  slack.muted.add(slack.channelIds[0]);
  slack.scopes = slack.scopes.filter((scope) => scope !== "files:write");
  const { code, lines } = await beatpass(["doctor"], {
    ...tokens(),
    DISCORD_APPLICATION_ID: "900000000000000099",
    STRIPE_SECRET_KEY: "sk_test_wrong",
    STRIPE_WEBHOOK_SECRET: "",
  });
  expect(lines.filter((line) => line.startsWith("wrong"))).toEqual([
    "wrong  Stripe: STRIPE_SECRET_KEY is refused: copy it anew from the dashboard's API keys",
    "wrong  Stripe: STRIPE_WEBHOOK_SECRET is missing: without it no sale is seen; take it from the webhook's page",
    `wrong  Discord: DISCORD_APPLICATION_ID is 900000000000000099, but the token is of ${discord.applicationId}: set that one`,
    expect.stringMatching(/^wrong {2}Discord: \/beatpass stats, .*, help not registered: start the bots once/),
    expect.stringMatching(/^wrong {2}Slack: missing scopes: files:write; paste the manifest anew/),
    "wrong  Slack: “Beat Lab”, channel #c0first: the bot needs to be a member (/invite it there)",
  ]);
  expect(lines.at(-1)).toBe("6 things are wrong.");
  expect(code).toBe(1);
  for (const secret of [discord.token, slack.botToken, slack.signingSecret, "sk_test_wrong"])
    expect(lines.join("\n")).not.toContain(secret);
});

test("refused tokens and wrong variables are told one by one", async () => {
  discord.tokenWithdrawn = true;
  slack.tokenWithdrawn = "invalid_auth";
  const refused = await beatpass(["doctor"], tokens());
  expect(refused.lines.filter((line) => line.startsWith("wrong"))).toEqual([
    "wrong  Discord: DISCORD_TOKEN is refused: Reset Token on the application's Bot page gives a new one",
    expect.stringMatching(
      /^wrong {2}Slack: Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): .*OAuth & Permissions page$/,
    ),
  ]);
  const { code, lines } = await beatpass(["doctor"], { PORT: "many", RULEBOOK: "mine" });
  expect(code).toBe(1);
  expect(lines.join("\n")).toMatch(/^wrong {2}configuration: .*\n {2}PORT: .*\n {2}RULEBOOK: /);
});

test("a manifest is printed, or what it needs is said", async () => {
  const slackManifest = await beatpass(["manifest", "slack", "--socket"]);
  expect(JSON.parse(slackManifest.lines.join("\n"))).toMatchObject({ settings: { socket_mode_enabled: true } });
  const needsUrl = await beatpass(["manifest", "slack"]);
  expect([needsUrl.code, needsUrl.lines[0]]).toEqual([1, expect.stringMatching(/^manifest: Say how Slack reaches/)]);
});
