import type { Finding } from "@beatpass/shared/contracts";
import type { Config } from "../config.ts";

const part = "clock";
/** Slack refuses requests that are five minutes old; codes and leases go by minutes. */
const MOST_OFF_MS = 60_000;
const TIMEOUT_MS = 5000;
const EARLIEST = Date.parse("2026-01-01");

/** The machine's clock against those of the far ends that answer. @param farEnds addresses to ask, whatever they answer */
export async function checkClock(config: Config, farEnds: readonly string[]): Promise<Finding[]> {
  const still: Finding[] =
    config.clockAt === undefined
      ? []
      : [
          {
            part,
            state: "off",
            text: `BEATPASS_CLOCK holds the product clock at ${new Date(config.clockAt).toISOString()}; unset it for real use`,
          },
        ];
  const offs = (await Promise.all(farEnds.map(askTime))).filter((off) => off !== undefined);
  if (offs.length === 0) {
    const sane = Date.now() >= EARLIEST;
    const text = sane ? "plausible; no far end told the time to compare with" : "in the past: set this machine's clock";
    return [{ part, state: sane ? "ok" : "wrong", text }, ...still];
  }
  const off = offs.sort((a, b) => Math.abs(a) - Math.abs(b))[0]!;
  const seconds = Math.round(Math.abs(off) / 1000);
  if (Math.abs(off) <= MOST_OFF_MS)
    return [{ part, state: "ok", text: `within ${Math.max(1, seconds)} s of the far ends` }, ...still];
  const text = `${seconds} s ${off > 0 ? "slow" : "fast"}: set this machine's clock; signatures and codes fail until then`;
  return [{ part, state: "wrong", text }, ...still];
}

/** How far the far end's clock is ahead, in ms; its Date has whole seconds. */
async function askTime(url: string): Promise<number | undefined> {
  try {
    const asked = Date.now();
    const response = await fetch(url, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const date = Date.parse(response.headers.get("date") ?? "");
    return Number.isNaN(date) ? undefined : date + 500 - (asked + Date.now()) / 2;
  } catch {
    return undefined;
  }
}
