import type { Dashboard } from "@beatpass/shared/contracts";
import { QueryClient } from "@tanstack/preact-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followStream } from "./follow-stream.ts";
import { dashboardQuery, sessionQuery, tracksQuery } from "./queries.ts";
import { ServerProblem } from "./server-problem.ts";

class Stream extends EventTarget {
  readyState = 1;
  close(): void {
    this.readyState = 2;
  }
  send(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: typeof data === "string" ? data : JSON.stringify(data) }));
  }
}

let client: QueryClient;
let stream: Stream;
const isStale = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated;
const xp = () => client.getQueryData<Dashboard>(dashboardQuery.queryKey)?.xp;
const progress = { type: "progress", producerId: "p1", xp: 120, level: 2, at: "2026-11-23T12:00:00Z" };

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  stream = new Stream();
  const dashboard = { producer: { id: "p1" }, xp: 99, plays: 1, plays30d: [0] };
  client.setQueryData(dashboardQuery.queryKey, dashboard as unknown as Dashboard);
  client.setQueryData(tracksQuery.queryKey, { tracks: [], total: 0, asOf: "2026-11-23T12:00:00Z" });
  client.setQueryData(sessionQuery.queryKey, {});
});
afterEach(() => vi.useRealTimers());

test("XP changes with the event, and what depends on it is read anew once for all that came together", () => {
  const invalidate = vi.spyOn(client, "invalidateQueries");
  followStream(client, () => stream);
  stream.send("progress", progress);
  stream.send("progress", { ...progress, xp: 121 });
  expect(xp()).toBe(121);
  expect(isStale(tracksQuery.queryKey)).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(isStale(tracksQuery.queryKey)).toBe(true);
  const asked = invalidate.mock.calls.map(([filters]) => filters?.queryKey?.[0]);
  expect(asked.filter((resource) => resource === "tracks")).toHaveLength(1);
});

test("boards are read anew after a refresh, not for every play", () => {
  const board = ["leaderboards", "any"];
  client.setQueryData(board, {});
  followStream(client, () => stream);
  stream.send("progress", progress);
  vi.advanceTimersByTime(1000);
  expect(isStale(board)).toBe(false);
  stream.send("rank", { type: "rank", producerId: "p1", at: progress.at });
  expect(isStale(board)).toBe(true);
});

test("what was refused is not asked for again", async () => {
  const refused = ["insights", "track", "1", {}];
  const fail = () => Promise.reject(new ServerProblem("not_found", "There is nothing for you at this address."));
  await client.prefetchQuery({ queryKey: refused, queryFn: fail, retry: false });
  const invalidate = vi.spyOn(client, "invalidateQueries");
  followStream(client, () => stream);
  stream.send("progress", progress);
  vi.advanceTimersByTime(1000);
  const [query, other] = [refused, tracksQuery.queryKey].map((queryKey) => client.getQueryCache().find({ queryKey })!);
  const predicates = invalidate.mock.calls.map(([filters]) => filters!.predicate!);
  expect(predicates.length).toBeGreaterThan(0);
  expect(predicates.some((asksAgain) => asksAgain(query!))).toBe(false);
  expect(predicates.every((asksAgain) => asksAgain(other!))).toBe(true);
});

test("what is no event of the contract changes nothing", () => {
  followStream(client, () => stream);
  stream.send("progress", "{");
  stream.send("progress", { ...progress, xp: "many" });
  vi.advanceTimersByTime(1000);
  expect(xp()).toBe(99);
  expect(isStale(tracksQuery.queryKey)).toBe(false);
});

test("after a connection everything is read anew: what was missed is in no event", () => {
  followStream(client, () => stream);
  stream.dispatchEvent(new Event("open"));
  vi.advanceTimersByTime(1000);
  expect(isStale(dashboardQuery.queryKey)).toBe(true);
});

test("a stream that is refused for good has the session looked at; one that merely broke has not", () => {
  followStream(client, () => stream);
  stream.readyState = 0;
  stream.dispatchEvent(new Event("error"));
  expect(isStale(sessionQuery.queryKey)).toBe(false);
  stream.readyState = 2;
  stream.dispatchEvent(new Event("error"));
  expect(isStale(sessionQuery.queryKey)).toBe(true);
});

test("nothing is read any more after the stop", () => {
  const stop = followStream(client, () => stream);
  stream.send("progress", progress);
  stop();
  vi.advanceTimersByTime(1000);
  expect(stream.readyState).toBe(2);
  expect(isStale(tracksQuery.queryKey)).toBe(false);
});
