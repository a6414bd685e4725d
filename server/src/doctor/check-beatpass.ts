import type { Finding } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Config } from "../config.ts";
import type { Database } from "../db/client.ts";
import { BEATPASS_API } from "../sources/beatpass/index.ts";

const part = "BeatPass";
const TIMEOUT_MS = 8000;

/** Whether BeatPass answers, and whose token it no longer takes. */
export async function checkBeatPass(config: Config, db: Database): Promise<Finding[]> {
  const [row] = await db.all<{ connected: number; ended: number }>(sql`
    SELECT count(*) AS connected, coalesce(sum(token_state <> 'accepted'), 0) AS ended FROM beatpass_connections`);
  const { connected, ended } = row!;
  if (connected === 0)
    return [{ part, state: "off", text: "nobody is connected; a producer does so on the dashboard, with their token" }];
  const tokens: Finding =
    ended === 0
      ? { part, state: "ok", text: `${connected} connected, every token accepted` }
      : {
          part,
          state: "wrong",
          text: `${ended} of ${connected} tokens are no longer accepted: their producers renew them`,
        };
  return [await checkAnswer(config.beatpassApiUrl ?? BEATPASS_API), tokens];
}

async function checkAnswer(url: string): Promise<Finding> {
  try {
    const { status } = await fetch(`${url}/artist/profile`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "manual",
    });
    if (status < 500) return { part, state: "ok", text: `${url} answers` };
    return { part, state: "wrong", text: `${url} answers ${status}: BeatPass is out of order, wait and try again` };
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { part, state: "wrong", text: `${url} does not answer (${why}): check the network and BEATPASS_API_URL` };
  }
}
