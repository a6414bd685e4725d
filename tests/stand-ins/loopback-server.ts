import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { type Fault, Faults } from "./faults.ts";

export type Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Buffer;
};
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

export type LoopbackServer = {
  port: number;
  faults: Faults;
  sockets: Set<WebSocket>;
  stop: () => Promise<void>;
};

/** A far end on loopback: plain HTTP and WebSockets on one free port, with faults that can be put in. */
export async function startLoopbackServer(options: {
  answer: (request: Request) => Promise<Reply> | Reply;
  onSocket: (socket: WebSocket, request: IncomingMessage) => void;
}): Promise<LoopbackServer> {
  const faults = new Faults();
  const sockets = new Set<WebSocket>();
  const server = createServer((incoming, outgoing) => {
    void handle(incoming, outgoing, faults, options.answer).catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  const gateway = new WebSocketServer({ server });
  gateway.on("connection", (socket, request) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    options.onSocket(socket, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, faults, sockets, stop: () => stop(server, gateway, sockets) };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  faults: Faults,
  answer: (request: Request) => Promise<Reply> | Reply,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? "/", "http://loopback");
  const method = incoming.method ?? "GET";
  const path = decodeURIComponent(url.pathname);
  const fault = faults.take(method, path);
  if (fault && applies(fault, "before")) return fail(outgoing, fault);
  const reply = await answer({
    method,
    path,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  });
  if (fault) return fail(outgoing, fault);
  send(outgoing, reply);
}

const applies = (fault: Fault, when: "before" | "after"): boolean => fault.does.endsWith(when);

function fail(outgoing: ServerResponse, fault: Fault): void {
  if (fault.does === "reset-before" || fault.does === "reset-after") outgoing.destroy();
  else if (fault.does === "status-before" || fault.does === "status-after") send(outgoing, fault);
  // Held: no answer, until the other side gives up or goes away.
}

function send(outgoing: ServerResponse, { status, body, headers }: Reply): void {
  // A 204 with a content type makes discord.js parse nothing as JSON.
  outgoing.writeHead(status, { ...(body !== undefined && { "content-type": "application/json" }), ...headers });
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
}

async function stop(server: Server, gateway: WebSocketServer, sockets: Set<WebSocket>): Promise<void> {
  for (const socket of sockets) socket.terminate();
  gateway.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
