import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  CHANNEL_TOPICS,
  type ChatPlatform,
  Finding,
  type Patient,
  type TopicChannels,
} from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/client.ts";

const EXAMINE = fileURLToPath(new URL("../../../bots/src/doctor/examine.ts", import.meta.url));

/** What the bots see of Discord and Slack, asked by a process of theirs with the same environment. */
export async function checkBots(db: Database): Promise<Finding[]> {
  const patients = await readPatients(db);
  const child = spawn(process.execPath, [EXAMINE], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += String(chunk);
  });
  child.stdin.end(JSON.stringify(patients));
  await new Promise((resolve) => child.once("close", resolve));
  return z.array(Finding).parse(JSON.parse(output));
}

async function readPatients(db: Database): Promise<Patient[]> {
  const rows = await db.all<{
    platform: ChatPlatform;
    guild_id: string;
    name: string;
    channel_id: string | null;
    topic_channels: string;
  }>(sql`SELECT platform, guild_id, name, channel_id, topic_channels FROM communities WHERE NOT demo ORDER BY name`);
  return rows.map(({ platform, guild_id, name, channel_id, topic_channels }) => {
    const topics = JSON.parse(topic_channels) as TopicChannels;
    const all = [channel_id ?? undefined, ...CHANNEL_TOPICS.map((topic) => topics[topic])];
    const channelIds = [...new Set(all.filter((id) => id !== undefined))];
    return { platform, guildId: guild_id, name, channelIds };
  });
}
