import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createApiKey } from "@beatpass/server/accounts/api-keys.ts";
import { announce } from "@beatpass/server/announcements/index.ts";
import { saveCommunity } from "@beatpass/server/communities/index.ts";
import type { WriteContext } from "@beatpass/server/context.ts";
import { startBots } from "../journeys/bots/bots-process.ts";
import { DISCORD_LIMITS, RateLimits } from "../stand-ins/discord/rate-limits.ts";
import { DiscordStandIn } from "../stand-ins/discord.ts";
import { atMost, percentile, type Result } from "./measure.ts";
import { openContext } from "./open-context.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

const EVENTS = 60;
const GOAL_MS = 1000;
const CHANNELS = 200;
const DELIVERIES = 10_000;
/** How much longer than the limits force it to take. */
const OVER_LIMITS = 1.1;

/** From an event to its message on Discord, and many deliveries against the time that Discord's limits force. */
export async function deliveries(folder: string): Promise<Result[]> {
  const discord = await DiscordStandIn.start();
  const context = await openContext(join(folder, "ours.db"));
  const [ingest, bot] = await Promise.all([
    createApiKey(context.db, { scope: "ingest", trusted: true }),
    createApiKey(context.db, { scope: "bot" }),
  ]);
  await openChannel(context, discord, 0);
  let server = await startServerProcess(join(folder, "ours.db"));
  let bots = startBots({ server: { url: server.url, key: bot }, discord });
  try {
    const latency = await eventToMessage(server, ingest, discord);
    await bots.stop();
    await server.stop();
    await announceMany(context, discord);
    server = await startServerProcess(join(folder, "ours.db"));
    discord.limits = new RateLimits(DISCORD_LIMITS);
    bots = startBots({ server: { url: server.url, key: bot }, discord });
    return [...latency, await manyDeliveries(discord, discord.limits)];
  } finally {
    await bots.stop();
    await server.stop();
    context.db.$client.close();
    await discord.stop();
  }
}

/** A level-up's upload is sent; its message, picture and all, is waited for. */
async function eventToMessage(server: ServerProcess, key: string, discord: DiscordStandIn): Promise<Result[]> {
  const channelId = channelOf(0);
  const delays: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const start = performance.now();
    await post(server.url, key, upload(n));
    while (discord.messages(channelId).length <= n) await sleep(2);
    delays.push(performance.now() - start);
    await sleep(50 + ((n * 37) % 200));
  }
  const direct = await postDirectly(discord, channelId);
  const [ours, peer] = [percentile(delays, 0.95), percentile(direct, 0.95)];
  const goal = `≤ ${GOAL_MS} ms`;
  const holds = ours <= GOAL_MS;
  return [
    {
      name: "event to message, against posting it directly",
      ours,
      peer,
      unit: "ms p95",
      ratio: ours / peer,
      goal,
      holds,
    },
  ];
}

async function postDirectly(discord: DiscordStandIn, channelId: string): Promise<number[]> {
  const delays: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const start = performance.now();
    const answer = await fetch(`${discord.apiUrl}/v10/channels/${channelId}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
      body: JSON.stringify({ content: `Directly ${n}`, allowed_mentions: { parse: [] } }),
    });
    if (!answer.ok) throw new Error(`The stand-in answered ${answer.status} to a direct post`);
    delays.push(performance.now() - start);
  }
  return delays;
}

/** From the first message to the last. */
async function manyDeliveries(discord: DiscordStandIn, limits: RateLimits): Promise<Result> {
  const before = discord.messageCount;
  while (discord.messageCount === before) await sleep(1);
  const start = performance.now();
  while (discord.messageCount < before + DELIVERIES) await sleep(10);
  const ours = performance.now() - start;
  const peer = limits.shortest(DELIVERIES, CHANNELS);
  if (ours < peer) throw new Error(`The limits let ${DELIVERIES} messages through in ${ours} ms, which they must not.`);
  const name = `${DELIVERIES.toLocaleString("en")} deliveries over ${CHANNELS} channels, against Discord's limits`;
  return atMost(name, ours / 1000, peer / 1000, "s", OVER_LIMITS);
}

const channelOf = (n: number): string => `7000000000000${String(n).padStart(5, "0")}`;

async function openChannel(context: WriteContext, discord: DiscordStandIn, n: number): Promise<void> {
  discord.moreChannels.add(channelOf(n));
  await saveCommunity(context, {
    ...{ platform: "discord", guildId: `g${n}`, channelId: channelOf(n), members: "all" },
    ...{ levelUpFrom: 1, dailyPosts: 0, boards: ["plays:all-time"] },
  });
}

async function announceMany(context: WriteContext, discord: DiscordStandIn): Promise<void> {
  for (let n = 1; n < CHANNELS; n++) await openChannel(context, discord, n);
  for (let n = 0; n < DELIVERIES / CHANNELS; n++) {
    const view = {
      kind: "tier-reached",
      producer: { id: `p${n}`, name: `Producer ${n}` },
      occurredAt: new Date().toISOString(),
      basis: "computed",
      demo: false,
      category: "plays",
      period: "all-time",
      total: 100,
      tier: "gold",
      score: 12_000,
    } as const;
    await context.write((tx) => announce(tx, view, `bench:${n}`));
  }
}

function upload(n: number): object[] {
  const event = (type: string, data: object) => ({
    specversion: "1.0",
    id: `${type}-${n}`,
    source: "bench",
    type: `ca.beatpass.${type}`,
    time: new Date(Date.now() - 1000).toISOString(),
    data,
  });
  const artistId = `bench-${n}`;
  return [
    event("artist.updated", { artistId, name: `Bench ${n}`, producerId: artistId, vouched: true }),
    event("track.published", { trackId: artistId, title: `Song ${n}`, artistIds: [artistId], durationMs: 180_000 }),
  ];
}

async function post(url: string, key: string, events: readonly object[]): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" };
  const answer = await fetch(`${url}/v1/events`, { method: "POST", headers, body: JSON.stringify(events) });
  const { accepted } = (await answer.json()) as { accepted?: number };
  if (accepted !== events.length) throw new Error(`${answer.status}: ${accepted} of ${events.length} were accepted`);
}
