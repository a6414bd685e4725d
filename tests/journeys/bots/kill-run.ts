import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { announce } from "@beatpass/server/announcements/index.ts";
import { seededRandom } from "@beatpass/server/demo/random.ts";
import { community, createTestContext, rowsOf, type TestContext } from "@beatpass/server/testing/index.ts";
import type { BoardName } from "@beatpass/shared/contracts";
import { DiscordStandIn } from "../../stand-ins/discord.ts";
import { SlackStandIn } from "../../stand-ins/slack.ts";
import { type BotsProcess, startBots } from "./bots-process.ts";

const main = fileURLToPath(new URL("../../../server/src/main.ts", import.meta.url));
const LEASE_MS = 30_000;
const CHANNELS_EACH = 25;
const BOARDS: BoardName[] = ["plays:all-time"];

/** What became of the announcements of one channel, by their numbers. */
export type ChannelRecord = { announced: number[]; shown: number[]; unknown: number[] };
export type KillRun = {
  channels: ChannelRecord[];
  statuses: Record<string, number>;
  refused: string[];
  /** How often the two processes that ran at the same time both delivered something. */
  shared: number;
};

type Ends = { discord: DiscordStandIn; slack: SlackStandIn };

/**
 * Lets announcements go out to both platforms, from the server as it ships and by two bot processes, and kills either
 * side again and again, each time after so and so many messages more. The leases of killed bots are aged, as if their
 * time had run out.
 */
export async function runWithKills(options: { announcements: number; kills: number; seed: number }): Promise<KillRun> {
  const random = seededRandom(options.seed);
  const [discord, slack] = await Promise.all([DiscordStandIn.start(), SlackStandIn.start()]);
  const context = await createTestContext();
  const channels = await announceAll(context, { discord, slack }, options.announcements);
  const port = await freePort();
  const key = await createApiKey(context.db, { scope: "bot" });
  const twoBots = () =>
    [1, 2].map(() => startBots({ server: { url: `http://127.0.0.1:${port}`, key }, discord, slack }));
  let server = startServer(context.file, port);
  let bots: BotsProcess[] = twoBots();
  let shared = 0;
  const said = () => [...channels.keys()].reduce((sum, id) => sum + textsOf({ discord, slack }, id).length, 0);
  for (let kill = 1; kill <= options.kills; kill++) {
    const enough = Math.floor((options.announcements / (options.kills + 1)) * (kill - random()));
    while (said() < enough && (await countOpen(context)) > 0) await sleep(5);
    if (random() < 0.4) {
      await end(server);
      server = startServer(context.file, port);
    } else {
      await Promise.all(bots.map((one) => one.stop("SIGKILL")));
      if (bots.every(hasDelivered)) shared++;
      await answered(port, key);
      await ageLeases(context);
      bots = twoBots();
    }
  }
  while ((await countOpen(context)) > 0) await sleep(50);
  await Promise.all([end(server), ...bots.map((one) => one.stop("SIGKILL"))]);
  if (bots.every(hasDelivered)) shared++;
  const records = await collect(context, channels, { discord, slack });
  // Beside the greetings of those who own the communities.
  const rows = await rowsOf(
    context.db,
    "SELECT status, count(*) AS count FROM deliveries WHERE person_scope IS NULL GROUP BY status",
  );
  context.close();
  await Promise.all([discord.stop(), slack.stop()]);
  return {
    channels: records,
    statuses: Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)])),
    refused: [...discord.refused, ...slack.refused],
    shared,
  };
}

const hasDelivered = ({ log }: BotsProcess): boolean =>
  log.some(({ event, outcome }) => event === "delivery" && outcome === "delivered");

/** Writes all announcements, one channel's turn after another's. @returns by channel, the numbers of its own */
async function announceAll(context: TestContext, { discord, slack }: Ends, count: number) {
  const channels = new Map<string, number[]>();
  const communities: [channelId: string, id: string][] = [];
  for (let n = 0; n < CHANNELS_EACH; n++) {
    const [onDiscord, onSlack] = [`7000000000000000${String(n).padStart(2, "0")}`, `C0KILL${n}`];
    discord.moreChannels.add(onDiscord);
    slack.moreChannels.add(onSlack);
    communities.push([onDiscord, await community(context, `g${n}`, { channelId: onDiscord, boards: BOARDS })]);
    communities.push([
      onSlack,
      await community(context, `t${n}`, { platform: "slack", channelId: onSlack, boards: BOARDS }),
    ]);
  }
  await context.write(async (tx) => {
    for (let number = 0; number < count; number++) {
      const [channelId, id] = communities[number % communities.length]!;
      channels.set(channelId, [...(channels.get(channelId) ?? []), number]);
      const view = {
        kind: "tier-reached",
        producer: { id: `p${number}`, name: `Producer ${number}` },
        occurredAt: "2026-11-23T12:00:00.000Z",
        basis: "computed",
        demo: false,
        category: "plays",
        period: "all-time",
        total: 100,
        tier: "gold",
        score: 12_000,
      } as const;
      await announce(tx, view, `kill-run:${number}`, { only: new Set([id]) });
    }
  });
  return channels;
}

async function collect(context: TestContext, channels: Map<string, number[]>, ends: Ends): Promise<ChannelRecord[]> {
  const unknown = await rowsOf(
    context.db,
    `SELECT d.channel_id, a.cause FROM deliveries d JOIN announcements a ON a.id = d.announcement_id
     WHERE d.status = 'unknown' ORDER BY d.seq`,
  );
  return [...channels].map(([channelId, announced]) => ({
    announced,
    shown: textsOf(ends, channelId).map((text) => Number(/Producer (\d+)/.exec(text)?.[1])),
    unknown: unknown
      .filter(({ channel_id }) => channel_id === channelId)
      .map(({ cause }) => Number(String(cause).split(":")[1])),
  }));
}

const textsOf = ({ discord, slack }: Ends, channelId: string): string[] =>
  channelId.startsWith("C")
    ? slack.messages(channelId).map(({ text }) => text)
    : discord.messages(channelId).map(({ content }) => content);

async function countOpen({ db }: TestContext): Promise<number> {
  const [row] = await rowsOf(
    db,
    "SELECT count(*) AS count FROM deliveries WHERE status IN ('waiting', 'leased', 'held')",
  );
  return Number(row!.count);
}

/** What bots had asked for when they were killed is leased to them all the same: the server answers in order. */
async function answered(port: number, key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const body = JSON.stringify({ platform: "discord", worker: "kill-run" });
  const answer = await fetch(`http://127.0.0.1:${port}/v1/errands/lease`, { method: "POST", headers, body }).catch(
    () => undefined,
  );
  // A server that was killed too, and does not listen yet, has nothing left to answer.
  if (answer && !answer.ok) throw new Error(`The server answered ${answer.status}`);
}

const ageLeases = ({ db }: TestContext) =>
  db.$client.execute(`UPDATE deliveries SET leased_until = leased_until - ${LEASE_MS} WHERE status = 'leased'`);

/** The server as it ships; whoever asks it before it listens asks again. */
function startServer(file: string, port: number): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    DATABASE_URL: `file:${file}`,
    PORT: String(port),
    LEADERBOARD_REFRESH_MINUTES: "1440",
    LOG_LEVEL: "silent",
  };
  return spawn(process.execPath, [main, "--empty"], { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
