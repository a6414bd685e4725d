import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { z } from "zod";

const GUILDS = 1 << 0;
const Payload = z.discriminatedUnion("op", [
  z.object({ op: z.literal(1), d: z.number().nullable() }),
  z.object({
    op: z.literal(2),
    d: z.object({ token: z.string(), intents: z.int(), shard: z.tuple([z.int(), z.int()]) }),
  }),
  z.object({ op: z.literal(6), d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }) }),
]);

type Event = { op: 0; t: string; s: number; d: unknown };

/** Discord's gateway: hello, identify, heartbeat, resume. */
export class Gateway {
  readonly seen: string[] = [];
  #sequence = 0;
  #sessions = new Map<string, Event[]>();
  #sockets = new Map<WebSocket, string>();
  #options: { token: () => string; firstEvents: (session: string) => { t: string; d: unknown }[] };

  constructor(options: { token: () => string; firstEvents: (session: string) => { t: string; d: unknown }[] }) {
    this.#options = options;
  }

  accept(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? "/", "http://gateway").searchParams;
    if (query.get("v") !== "10" || query.get("encoding") !== "json") {
      socket.close(4012, "Invalid API version");
      return;
    }
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("message", (raw) => this.#read(socket, String(raw)));
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  }

  /** Sends an event to every session; one that is away gets it when it resumes. */
  dispatch(t: string, d: unknown): void {
    for (const session of this.#sessions.keys()) this.#queue(session, t, d);
  }

  /** Breaks every connection; sessions can be resumed unless they are forgotten. */
  drop({ forget = false } = {}): void {
    if (forget) this.#sessions.clear();
    for (const socket of this.#sockets.keys()) socket.terminate();
  }

  get connected(): number {
    return this.#sockets.size;
  }

  #read(socket: WebSocket, raw: string): void {
    const payload = Payload.safeParse(JSON.parse(raw)).data;
    if (!payload) socket.close(4002, "Decode error");
    else if (payload.op === 1) socket.send(JSON.stringify({ op: 11 }));
    else if (payload.d.token !== this.#options.token()) socket.close(4004, "Authentication failed");
    else if (payload.op === 6) this.#resume(socket, payload.d.session_id, payload.d.seq);
    // The one intent the bots need, and no privileged one.
    else if (payload.d.intents !== GUILDS) socket.close(4014, "Disallowed intents");
    else this.#identify(socket);
  }

  #identify(socket: WebSocket): void {
    const session = `session-${this.#sessions.size + 1}`;
    this.#sessions.set(session, []);
    this.#sockets.set(socket, session);
    this.seen.push("identify");
    for (const { t, d } of this.#options.firstEvents(session)) this.#queue(session, t, d);
  }

  #resume(socket: WebSocket, session: string, after: number): void {
    const events = this.#sessions.get(session);
    if (!events) {
      this.seen.push("resume refused");
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    this.#sockets.set(socket, session);
    this.seen.push("resume");
    for (const event of events) if (event.s > after) socket.send(JSON.stringify(event));
    this.#queue(session, "RESUMED", {});
  }

  #queue(session: string, t: string, d: unknown): void {
    const event: Event = { op: 0, t, s: ++this.#sequence, d };
    this.#sessions.get(session)?.push(event);
    for (const [socket, owner] of this.#sockets) if (owner === session) socket.send(JSON.stringify(event));
  }
}
