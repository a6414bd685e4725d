import { createLog } from "@beatpass/server/log.ts";
import { type BeatPassReader, keepReading, readBeatPass } from "@beatpass/server/sources/beatpass/index.ts";
import { createTokenBox } from "@beatpass/server/sources/beatpass/token-box.ts";
import {
  createTestApp,
  createTestContext,
  fold,
  type SignedIn,
  TEST_ORIGIN,
  type TestContext,
} from "@beatpass/server/testing/index.ts";
import { createDirectWriter } from "@beatpass/server/writer/index.ts";
import { BeatPassSource, Dashboard, type Problem } from "@beatpass/shared/contracts";
import { BeatPassApiStandIn } from "../../stand-ins/beatpass-api.ts";
import { TEST_SECRET } from "./beatpass-command.ts";

export type Person = {
  ask(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Response>;
  connect(token: string): Promise<Response>;
  source(): Promise<BeatPassSource>;
  dashboard(): Promise<Dashboard>;
  /** Waits until the catalog has been read. */
  read(): Promise<NonNullable<BeatPassSource["connection"]>>;
};

export type BeatPassJourney = {
  api: BeatPassApiStandIn;
  context: TestContext;
  /** What the server wrote to its log. */
  logged(): string;
  person(email: string, wanted?: { admin?: boolean; producerId?: string }): Promise<Person>;
  /** A pull, as the command does it. */
  sync(producerId: string): ReturnType<typeof readBeatPass>;
  /** Reads in the background, trying again after hardly any time. */
  reader(): BeatPassReader;
  close(): Promise<void>;
};

/** The real app on a database of its own, before a stand-in for BeatPass. */
export async function startJourney(now = "2026-11-23T12:00:00.000Z"): Promise<BeatPassJourney> {
  const api = await BeatPassApiStandIn.start();
  const lines: string[] = [];
  const context = {
    ...(await createTestContext({ now })),
    log: createLog("debug", { write: (line: string) => void lines.push(line) }),
  };
  const { app, signIn } = createTestApp(context, api.url);
  const beatpass = { apiUrl: api.url, box: createTokenBox(TEST_SECRET) };
  const source = { ...context, writer: createDirectWriter(context), beatpass };
  return {
    api,
    context,
    logged: () => lines.join(""),
    person: async (email, wanted) => asPerson(app, await signIn(email, wanted), context),
    sync: async (producerId) => {
      const summary = await readBeatPass(source, producerId);
      await fold(context);
      return summary;
    },
    reader: () => keepReading(source, 10),
    close: async () => {
      await api.stop();
      context.close();
    },
  };
}

function asPerson(app: ReturnType<typeof createTestApp>["app"], { cookie }: SignedIn, context: TestContext): Person {
  const ask: Person["ask"] = async (method, path, body) =>
    app.request(`${TEST_ORIGIN}${path}`, {
      method,
      headers: {
        ...cookie,
        origin: TEST_ORIGIN,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const source = async () => BeatPassSource.parse(await (await ask("GET", "/v1/sources/beatpass")).json());
  return {
    ask,
    source,
    connect: (token) => ask("POST", "/v1/sources/beatpass", { token }),
    dashboard: async () => Dashboard.parse(await (await ask("GET", "/v1/dashboard")).json()),
    read: async () => {
      for (let tries = 0; tries < 400; tries++) {
        const { connection } = await source();
        if (connection?.lastReadAt && !connection.reading) {
          await fold(context);
          return connection;
        }
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error("the catalog was not read");
    },
  };
}

export const problemOf = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;
