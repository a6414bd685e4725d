import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { SlackStandIn } from "../stand-ins/slack.ts";
import { levelUp } from "./bots/announcements.ts";
import { type BotsProcess, startBots } from "./bots/bots-process.ts";
import { DeliveryServer } from "./bots/delivery-server.ts";

let server: DeliveryServer;
let discord: DiscordStandIn;
let slack: SlackStandIn;
let bots: BotsProcess;

beforeEach(async () => {
  [server, discord, slack] = await Promise.all([DeliveryServer.start(), DiscordStandIn.start(), SlackStandIn.start()]);
  bots = startBots({ server, discord, slack });
});

afterEach(async () => {
  await bots.stop("SIGKILL");
  server.stop();
  await Promise.all([discord.stop(), slack.stop()]);
  expect([...discord.refused, ...slack.refused]).toEqual([]);
});

const MINUTE = 60_000;
const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

const discordPost = /\/channels\/\d+\/messages$/;
const slackPost = /chat\.postMessage$/;

/** Kills the bots while their posts are held, after or before the platforms stored them; a new process takes over. */
async function crashWhileSending(held: "hold-after" | "hold-before", doubtFrom: number): Promise<[string, string]> {
  discord.faults.add({ path: discordPost, method: "POST", does: held });
  slack.faults.add({ path: slackPost, does: held });
  const onDiscord = server.announce("discord", discord.channelIds[0], levelUp(10));
  const onSlack = server.announce("slack", slack.channelIds[0], levelUp(10));
  await until(() => expect([discord.faults.pending, slack.faults.pending]).toEqual([0, 0]));
  if (held === "hold-after") {
    await until(() => expect([discord.messages().length, slack.messages().length]).toEqual([1, 1]));
  }
  await bots.stop("SIGKILL");
  expect(server.outcomes).toEqual([]);
  server.endLeases(doubtFrom);
  bots = startBots({ server, discord, slack });
  await until(() => expect(server.outcomes).toHaveLength(2));
  return [onDiscord, onSlack];
}

describe("a bot that dies between the post and its outcome", () => {
  test("has its message known again within the minute, by nonce or metadata", async () => {
    const [onDiscord, onSlack] = await crashWhileSending("hold-after", Date.now());
    expect(server.outcomesOf(onDiscord)).toEqual(["delivered"]);
    expect(server.outcomesOf(onSlack)).toEqual(["delivered"]);
    expect([discord.messages().length, slack.messages().length]).toEqual([1, 1]);
  });

  test("has its message found in the channel when nonces are long forgotten", async () => {
    discord.forgetsNonces = true;
    const [onDiscord, onSlack] = await crashWhileSending("hold-after", Date.now() - 2 * MINUTE);
    const [first] = discord.messages();
    expect(server.outcomes.find(({ id }) => id === onDiscord)).toMatchObject({
      outcome: "delivered",
      messageId: first?.id,
    });
    expect(server.outcomesOf(onSlack)).toEqual(["delivered"]);
    expect([discord.messages().length, slack.messages().length]).toEqual([1, 1]);
  });

  test("has its delivery parked as unknown, and never sent again, where the channel does not show it", async () => {
    const [onDiscord, onSlack] = await crashWhileSending("hold-before", Date.now() - 2 * MINUTE);
    expect(server.outcomesOf(onDiscord)).toEqual(["unknown"]);
    expect(server.outcomesOf(onSlack)).toEqual(["unknown"]);
    expect([discord.messages().length, slack.messages().length]).toEqual([0, 0]);
  });

  test("has its delivery parked as unknown where the past may not be read", async () => {
    discord.pastHidden.add(discord.channelIds[0]);
    slack.pastHidden.add(slack.channelIds[0]);
    discord.forgetsNonces = true;
    const [onDiscord, onSlack] = await crashWhileSending("hold-after", Date.now() - 2 * MINUTE);
    expect([server.outcomesOf(onDiscord), server.outcomesOf(onSlack)]).toEqual([["unknown"], ["unknown"]]);
    expect([discord.messages().length, slack.messages().length]).toEqual([1, 1]);
  });
});

test("a withdrawn token, or an app that its workspace removed, is reported once and nothing more is tried with it", async () => {
  await until(() => expect(server.watched).toBe(true));
  discord.tokenWithdrawn = true;
  slack.tokenWithdrawn = "account_inactive";
  const first = server.announce("discord", discord.channelIds[0], levelUp(10));
  const second = server.announce("slack", slack.channelIds[0], levelUp(10));
  await until(() => expect(server.outcomes).toHaveLength(2));
  expect([server.outcomesOf(first), server.outcomesOf(second)]).toEqual([["credentials-dead"], ["credentials-dead"]]);
  const later = [
    server.announce("discord", discord.channelIds[1], levelUp(11)),
    server.announce("slack", slack.channelIds[1], levelUp(11)),
  ];
  await until(() =>
    expect(
      bots.log.filter(({ event, level }) => event === "credentials-dead" && level === 50).length,
    ).toBeGreaterThanOrEqual(2),
  );
  expect(await bots.stop()).toBe(0);
  // What was leased meanwhile is given back, and nothing of it was tried.
  expect(later.flatMap((id) => server.outcomesOf(id)).filter((outcome) => outcome !== "retry-later")).toEqual([]);
});

test("a bot that is asked to stop finishes what it sends, gives back the rest and ends well", async () => {
  const ids = [10, 11, 12].map((level) => server.announce("discord", discord.channelIds[0], levelUp(level)));
  await until(() => expect(discord.messages().length).toBeGreaterThan(0));
  expect(await bots.stop()).toBe(0);
  const delivered = ids.filter((id) => server.outcomesOf(id).includes("delivered"));
  expect(discord.messages()).toHaveLength(delivered.length);
  expect(server.leased).toBe(0);
});
