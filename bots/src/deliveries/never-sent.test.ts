import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { wasNeverSent } from "./never-sent.ts";

const listen = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer((_request, response) => response.destroy());
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};
const failure = (url: string, init?: RequestInit): Promise<unknown> =>
  fetch(url, init).catch((error: unknown) => error);

test("a connection that was refused, or a name that is not known, sent nothing", async () => {
  const { server, url } = await listen();
  await new Promise((resolve) => server.close(resolve));
  expect(wasNeverSent(await failure(url))).toBe(true);
  expect(wasNeverSent(await failure("http://nowhere.invalid/"))).toBe(true);
});

test("a connection that broke, or took too long, may have sent everything", async () => {
  const { server, url } = await listen();
  expect(wasNeverSent(await failure(url))).toBe(false);
  expect(wasNeverSent(await failure(url, { signal: AbortSignal.timeout(0) }))).toBe(false);
  server.close();
});
