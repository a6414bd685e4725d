import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApiKey, invite } from "@beatpass/server/accounts/index.ts";
import { createApp } from "@beatpass/server/app.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { createStripe } from "@beatpass/server/finances/connection.ts";
import { createLog } from "@beatpass/server/log.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import { ConnectLink, Finances, type Problem } from "@beatpass/shared/contracts";
import { StripeStandIn } from "../../stand-ins/stripe.ts";

const PASSWORD = "a long enough passphrase";

export type Person = {
  /** With up to 500 transactions. */
  finances(): Promise<Finances>;
  connect(): Promise<string>;
  /** Any request as this person, answered by the server or by another app on its database. */
  ask(method: "GET" | "POST", path: string, app?: App): Promise<Response>;
};
type App = { request(path: string, init: RequestInit): Response | Promise<Response> };

export type FinanceServer = {
  stripe: StripeStandIn;
  webhookUrl: string;
  db: Server["dependencies"]["db"];
  /** A producer with one artist and one track, `track-{name}`, and its signed-in person. */
  producer(name: string): Promise<Person>;
  /** The same server with other Stripe settings, and what it logs. */
  variant(settings: { secretKey?: string | undefined; webhookSecret?: string | undefined; timeoutMs?: number }): {
    app: App;
    logged: () => string;
  };
  /** Everything in the database's files. */
  stored(): Promise<string>;
  stop(): Promise<void>;
};
type Server = Awaited<ReturnType<typeof startServer>>;

/** The real server against a stand-in for Stripe. */
export async function startFinanceServer(): Promise<FinanceServer> {
  const stripe = await StripeStandIn.start();
  const folder = await mkdtemp(join(tmpdir(), "beatpass-finances-"));
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "silent",
    DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: `${stripe.webhookSecrets.platform}, ${stripe.webhookSecrets.connected}`,
    STRIPE_API_URL: stripe.url,
  });
  const server = await startServer(config);
  const key = await createApiKey(server.dependencies.db, { scope: "ingest", trusted: true });
  return {
    stripe,
    webhookUrl: `${server.url}/v1/stripe/webhook`,
    db: server.dependencies.db,
    producer: async (name) => {
      await addProducer(server.url, key, name);
      return signIn(server, name);
    },
    variant: ({ timeoutMs, ...settings }) => {
      const lines: string[] = [];
      const log = createLog("debug", { write: (line) => void lines.push(line) });
      const connection = createStripe({ ...config.stripe, ...settings }, timeoutMs);
      return { app: createApp({ ...server.dependencies, stripe: connection, log }), logged: () => lines.join("") };
    },
    stored: async () => {
      const files = await readdir(folder);
      return (await Promise.all(files.map((file) => readFile(join(folder, file), "latin1")))).join("");
    },
    stop: async () => {
      await server.stop();
      await stripe.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addProducer(url: string, key: string, name: string): Promise<void> {
  const events = [
    ["ca.beatpass.artist.updated", { artistId: `artist-${name}`, name, producerId: name, vouched: true }],
    [
      "ca.beatpass.track.published",
      { trackId: `track-${name}`, title: `${name}'s track`, artistIds: [`artist-${name}`] },
    ],
  ].map(([type, data]) => ({
    specversion: "1.0",
    id: `${type} ${name}`,
    source: "journey",
    time: "2026-01-10T00:00:00Z",
    type,
    data,
  }));
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" };
  const answer = await fetch(`${url}/v1/events`, { method: "POST", headers, body: JSON.stringify(events) });
  const { accepted } = (await answer.json()) as { accepted: number };
  if (accepted !== events.length) throw new Error("the producer was not accepted");
}

async function signIn({ url, dependencies }: Server, name: string): Promise<Person> {
  const email = `${Buffer.from(name).toString("hex")}@example.org`;
  const { link } = await invite(dependencies, { email, admin: false, producerId: name });
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get("token");
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify(body),
    });
  await post("/api/auth/reset-password", { token, newPassword: PASSWORD });
  const session = await post("/api/auth/sign-in/email", { email, password: PASSWORD });
  const authorization = `Bearer ${session.headers.get("set-auth-token")}`;
  const ask: Person["ask"] = async (method, path, app) => {
    const init = { method, headers: { authorization } };
    return app ? app.request(path, init) : fetch(url + path, init);
  };
  return {
    ask,
    finances: async () => Finances.parse(await (await ask("GET", "/v1/finances?limit=500")).json()),
    connect: async () => ConnectLink.parse(await (await ask("POST", "/v1/finances/connect")).json()).url,
  };
}

export const problemOf = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;
