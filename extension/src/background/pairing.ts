import { PairingStarted, PairingTokenAnswer } from "@beatpass/shared/contracts";
import browser from "webextension-polyfill";
import type { PairingStartAnswer } from "../messaging/protocol.ts";
import { serverItem, viewItem } from "../storage/items.ts";
import { callServer } from "./call-server.ts";
import { describeBrowser } from "./describe-browser.ts";
import { refreshFigures } from "./figures.ts";
import { inTurn } from "./in-turn.ts";
import { forgetInsights } from "./kept-insights.ts";
import { newsItem } from "./news/news-item.ts";
import { readNews } from "./news/read-news.ts";
import { keepWatching } from "./news/watch.ts";
import { readServerAddress } from "./read-server-address.ts";
import { type Session, sessionItem } from "./session.ts";

export const PAIRING_ALARM = "pairing";
/** The shortest period browsers grant; it wakes a suspended background to ask again. */
const ALARM_MINUTES = 0.5;
const SHORTEST_INTERVAL_MS = 1000;

/** Asks the server for a code to show, and begins asking for the token that follows its approval. */
export async function startPairing(address?: string): Promise<PairingStartAnswer> {
  const server = address === undefined ? await serverItem.getValue() : readServerAddress(address);
  if (!server) return { status: "no-server" };
  const body = { browser: await describeBrowser() };
  const answer = await callServer({ server, path: "/v1/pairing/start", body, answer: PairingStarted });
  if (answer.status === "offline") return { status: "offline" };
  if (answer.status !== "ok" || !readServerAddress(answer.data.pairUrl)) return { status: "not-reached", server };
  const { deviceCode, userCode, pairUrl, expiresAt } = answer.data;
  const intervalMs = Math.max(answer.data.intervalMs, SHORTEST_INTERVAL_MS);
  await inTurn(async () => {
    await serverItem.setValue(server);
    const nextAskAt = Date.now() + intervalMs;
    await sessionItem.setValue({ status: "pairing", server, deviceCode, expiresAt, intervalMs, nextAskAt });
    await viewItem.setValue({
      connection: "pairing",
      server,
      pairing: { code: userCode, pairUrl, expiresAt, intervalMs },
    });
  });
  await browser.alarms.create(PAIRING_ALARM, { periodInMinutes: ALARM_MINUTES });
  askLater(intervalMs);
  return { status: "started" };
}

/** Forgets a code that is being shown. */
export const cancelPairing = (): Promise<void> => inTurn(() => end({ connection: "unpaired" }));

let asking: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for the token if that is due; called by timer, by alarm and by an open popup, whichever is awake. */
export function askForToken(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

function askLater(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(askForToken, ms);
}

async function ask(): Promise<void> {
  const session = await sessionItem.getValue();
  if (session.status !== "pairing") {
    await browser.alarms.clear(PAIRING_ALARM);
    return;
  }
  const wait = session.nextAskAt - Date.now();
  if (wait > 0) return askLater(wait);
  const { server, deviceCode } = session;
  const answer = await callServer({
    server,
    path: "/v1/pairing/token",
    body: { deviceCode },
    answer: PairingTokenAnswer,
  });
  const paired = await inTurn(async () => {
    const now = await sessionItem.getValue();
    if (now.status !== "pairing" || now.deviceCode !== deviceCode) return false;
    return take(now, answer);
  });
  if (!paired) return;
  await refreshFigures();
  await keepWatching();
  await readNews();
}

async function take(
  session: Extract<Session, { status: "pairing" }>,
  answer: Awaited<ReturnType<typeof callServer<PairingTokenAnswer>>>,
): Promise<boolean> {
  const { server } = session;
  if (answer.status === "ok" && answer.data.status === "paired") {
    await sessionItem.setValue({ status: "paired", server, token: answer.data.token });
    await viewItem.setValue({ connection: "paired", server });
    await forgetInsights();
    // Whoever was paired before: news begins with this session.
    await newsItem.removeValue();
    await browser.alarms.clear(PAIRING_ALARM);
    return true;
  }
  if (answer.status === "ok" && answer.data.status === "denied") {
    await end({ connection: "unpaired", ended: "denied" });
    return false;
  }
  const expired = answer.status === "ok" && answer.data.status === "expired";
  if (expired || Date.now() >= Date.parse(session.expiresAt)) {
    await end({ connection: "unpaired", ended: "expired" });
    return false;
  }
  const asked = answer.status === "ok" && answer.data.status === "pending" ? answer.data.intervalMs : 0;
  // Anything but "pending" is trouble on the way, such as too many requests: ask half as often.
  const intervalMs = answer.status === "ok" ? Math.max(asked, SHORTEST_INTERVAL_MS) : session.intervalMs * 2;
  await sessionItem.setValue({ ...session, nextAskAt: Date.now() + intervalMs });
  askLater(intervalMs);
  return false;
}

async function end(view: { connection: "unpaired"; ended?: "denied" | "expired" }): Promise<void> {
  clearTimeout(timer);
  await sessionItem.setValue({ status: "unpaired" });
  await viewItem.setValue(view);
  await browser.alarms.clear(PAIRING_ALARM);
}
