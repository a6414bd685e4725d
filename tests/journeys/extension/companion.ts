import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApiKey, invite } from "@beatpass/server/accounts/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import type { DemoSite } from "@beatpass/shared/contracts";
import { RULEBOOKS, standingForXp } from "@beatpass/shared/rules";
import { type BeatPassSite, startBeatPassSite } from "../../stand-ins/beatpass-site.ts";

export const OWN = { id: "41", name: "Kaya Noir" };
const OTHER = { id: "42", name: "Milo Beats" };
export const PERSON = { email: "kaya@example.org", password: "a long enough passphrase" };

/** A thousand tracks, so that lists are virtual: the first ones are the signed-in producer's, the others not. */
const TRACKS = Array.from({ length: 1000 }, (_, index) => ({
  id: String(7000 + index),
  title: index === 0 ? "Bus de nuit" : `Track ${index}`,
  artists: [index < 3 ? OWN : OTHER],
  ...(index < 2 && { album: { id: "300", title: "Nuits" } }),
  ...(index === 5 && { album: { id: "301", title: "Days" } }),
  durationMs: 180_000,
}));
export const PLAYS = 12;
const NOW = "2026-06-15T12:00:00Z";

export type Companion = {
  serverUrl: string;
  site: BeatPassSite;
  /** What the person does on the dashboard: signs in and approves the code their browser shows. */
  approve(code: string): Promise<void>;
  deny(code: string): Promise<void>;
  /** Publishes as many tracks of theirs as the next level takes. */
  raiseLevel(): Promise<void>;
  /** Ends every session of that person, as an operator would. */
  endSessions(): Promise<void>;
  close(): Promise<void>;
};

/** The real server with one producer, and a BeatPass site that lists their tracks among others. */
export async function startCompanion(): Promise<Companion> {
  const folder = await mkdtemp(join(tmpdir(), "beatpass-extension-"));
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "error",
    DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
    BEATPASS_CLOCK: NOW,
  });
  const server = await startServer(config);
  const { db, accounts } = server.dependencies;
  const key = await createApiKey(db, { scope: "ingest", producerId: undefined, sources: ["*"], trusted: true });
  await sendEvents(server.url, key);
  const link = await invite(
    { db, accounts, publicUrl: server.publicUrl },
    { email: PERSON.email, admin: false, producerId: "p-41" },
  );
  await setPassword(server.url, link.link);
  const site = await startBeatPassSite({ artists: [OWN, OTHER], tracks: TRACKS } satisfies DemoSite);
  const decide = async (decision: "approve" | "deny", code: string) => {
    const cookie = await signIn(server.url);
    await post(server.url, `/v1/pairing/${decision}`, { code }, { cookie, origin: server.url });
  };
  return {
    serverUrl: server.url,
    site,
    approve: (code) => decide("approve", code),
    deny: (code) => decide("deny", code),
    raiseLevel: async () => {
      const { rows } = await db.$client.execute("select xp from producers where id = 'p-41'");
      const { xpToNext } = standingForXp(Number(rows[0]?.xp));
      await sendBatch(server.url, key, "more", newTracks(Math.ceil(xpToNext / RULEBOOKS.classic.upload)));
    },
    endSessions: async () => {
      await db.$client.execute("delete from session");
    },
    close: async () => {
      site.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sendEvents(url: string, key: string): Promise<void> {
  const now = Date.parse(NOW);
  const at = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString();
  const events = [
    ["ca.beatpass.artist.updated", at(40), { artistId: OWN.id, name: OWN.name, producerId: "p-41", vouched: true }],
    ["ca.beatpass.artist.updated", at(40), { artistId: OTHER.id, name: OTHER.name, producerId: "p-42", vouched: true }],
    ...TRACKS.map(({ id, artists, ...track }) => [
      "ca.beatpass.track.published",
      at(30),
      { trackId: id, artistIds: artists.map((artist) => artist.id), ...track },
    ]),
    ...Array.from({ length: PLAYS }, (_, index) => [
      "ca.beatpass.play",
      new Date(now - (index + 1) * 60_000).toISOString(),
      { trackId: "7000", listenedMs: 150_000, platform: "iOS", device: "mobile", country: "CA" },
    ]),
  ];
  await sendBatch(url, key, "e", events);
}

let published = 0;

const newTracks = (count: number): unknown[][] =>
  Array.from({ length: count }, () => {
    const trackId = String(9000 + published++);
    const data = { trackId, title: `New ${trackId}`, artistIds: [OWN.id], durationMs: 180_000 };
    return ["ca.beatpass.track.published", NOW, data];
  });

let sent = 0;

async function sendBatch(url: string, key: string, prefix: string, events: unknown[][]): Promise<void> {
  const batch = events.map(([type, time, data]) => ({
    specversion: "1.0",
    id: `${prefix}${sent++}`,
    source: "journey",
    type,
    time,
    data,
  }));
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" };
  const answer = await post(url, "/v1/events", batch, headers);
  const { rejected } = (await answer.json()) as { rejected: unknown[] };
  if (rejected.length > 0) throw new Error(`events were rejected: ${JSON.stringify(rejected)}`);
}

async function setPassword(url: string, link: string): Promise<void> {
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get("token");
  await post(url, "/api/auth/reset-password", { token, newPassword: PERSON.password }, { origin: url });
}

async function signIn(url: string): Promise<string> {
  const answer = await post(url, "/api/auth/sign-in/email", PERSON, { origin: url });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function post(url: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
