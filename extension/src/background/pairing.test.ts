import "../testing/fake-extension.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { viewItem } from "../storage/items.ts";
import { sampleDashboard } from "../testing/sample-dashboard.ts";
import { refreshFigures } from "./figures.ts";
import { askForToken, cancelPairing, PAIRING_ALARM, startPairing } from "./pairing.ts";
import { sessionItem } from "./session.ts";
import { unpair } from "./unpair.ts";

const SERVER = "https://beats.example.org";
const started = {
  deviceCode: "device-secret",
  userCode: "BEAT-1234",
  pairUrl: `${SERVER}/pair`,
  expiresAt: "2026-01-01T00:10:00.000Z",
  intervalMs: 2000,
};
type Reply = { status?: number; body?: unknown } | Error;
let replies: Record<string, Reply[]>;
let asked: { path: string; body: unknown; authorization: string | null }[];

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: new Date("2026-01-01T00:00:00.000Z") });
  asked = [];
  replies = { "/v1/pairing/start": [{ body: started }] };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const path = new URL(url).pathname;
    expect(init.credentials).toBe("omit");
    asked.push({
      path,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      authorization: new Headers(init.headers).get("authorization"),
    });
    const reply = replies[path]?.shift() ?? new TypeError("no network");
    if (reply instanceof Error) throw reply;
    return Response.json(reply.body ?? {}, { status: reply.status ?? 200 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const tokenRequests = () => asked.filter(({ path }) => path === "/v1/pairing/token");
const pair = async () => {
  replies["/v1/pairing/token"] = [{ body: { status: "paired", token: "session-token", expiresAt: started.expiresAt } }];
  replies["/v1/dashboard"] = [{ body: sampleDashboard }];
  await startPairing(SERVER);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(async () => expect((await viewItem.getValue()).figures).toBeDefined());
};

describe("pairing", () => {
  test("shows the code and keeps the device code to the background", async () => {
    expect(await startPairing(SERVER)).toEqual({ status: "started" });
    const view = await viewItem.getValue();
    expect(view).toMatchObject({ connection: "pairing", server: SERVER, pairing: { code: "BEAT-1234" } });
    expect(JSON.stringify(view)).not.toContain("device-secret");
    expect(asked[0]?.body).toEqual({ browser: expect.stringMatching(/Linux$/) });
    expect(await fakeBrowser.alarms.get(PAIRING_ALARM)).toBeDefined();
  });

  test("asks no more often than the server wants, however many ask at once", async () => {
    replies["/v1/pairing/token"] = [
      { body: { status: "pending", intervalMs: 5000 } },
      { body: { status: "pending", intervalMs: 5000 } },
    ];
    await startPairing(SERVER);
    await Promise.all([askForToken(), askForToken(), askForToken()]);
    expect(tokenRequests()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(2000);
    await askForToken();
    expect(tokenRequests()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4000);
    await askForToken();
    expect(tokenRequests()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await askForToken();
    expect(tokenRequests()).toHaveLength(2);
  });

  test("an approved code becomes a session whose token no view ever holds", async () => {
    await pair();
    expect(await sessionItem.getValue()).toEqual({ status: "paired", server: SERVER, token: "session-token" });
    const view = await viewItem.getValue();
    expect(view).toMatchObject({ connection: "paired", figures: { dashboard: { level: 6 } } });
    expect(JSON.stringify(view)).not.toContain("session-token");
    expect(asked.at(-1)).toMatchObject({ path: "/v1/dashboard", authorization: "Bearer session-token" });
    expect(await fakeBrowser.alarms.get(PAIRING_ALARM)).toBeFalsy();
  });

  test.each(["denied", "expired"] as const)("a code that is %s ends the pairing and says so", async (status) => {
    replies["/v1/pairing/token"] = [{ body: { status } }];
    await startPairing(SERVER);
    await vi.advanceTimersByTimeAsync(2000);
    await askForToken();
    expect(await viewItem.getValue()).toEqual({ connection: "unpaired", ended: status });
    expect(await sessionItem.getValue()).toEqual({ status: "unpaired" });
  });

  test("a network that fails for a while loses nothing; a code past its end does end", async () => {
    await startPairing(SERVER);
    await vi.advanceTimersByTimeAsync(60_000);
    await askForToken();
    expect((await viewItem.getValue()).connection).toBe("pairing");
    vi.setSystemTime(new Date("2026-01-01T00:10:01.000Z"));
    await vi.advanceTimersByTimeAsync(60_000);
    await askForToken();
    expect(await viewItem.getValue()).toEqual({ connection: "unpaired", ended: "expired" });
  });

  test("an answer that comes after cancelling is not taken", async () => {
    await startPairing(SERVER);
    await cancelPairing();
    replies["/v1/pairing/token"] = [{ body: { status: "paired", token: "late", expiresAt: started.expiresAt } }];
    await vi.advanceTimersByTimeAsync(10_000);
    await askForToken();
    expect(await sessionItem.getValue()).toEqual({ status: "unpaired" });
  });

  test("an address that may not be used, or where nobody answers, starts nothing", async () => {
    expect(await startPairing("http://beats.example.org")).toEqual({ status: "no-server" });
    replies["/v1/pairing/start"] = [{ status: 404 }, { body: { ...started, pairUrl: "javascript:alert(1)" } }];
    expect(await startPairing(SERVER)).toEqual({ status: "not-reached", server: SERVER });
    expect(await startPairing(SERVER)).toEqual({ status: "not-reached", server: SERVER });
    expect(await viewItem.getValue()).toEqual({ connection: "unpaired" });
  });
});

describe("figures", () => {
  test("stay when the server fails, with what happened beside them", async () => {
    await pair();
    const problem = {
      type: "about:blank",
      title: "Busy",
      status: 503,
      detail: "Try again",
      code: "busy",
      requestId: "r-1",
    };
    replies["/v1/dashboard"] = [{ status: 503, body: problem }];
    await refreshFigures();
    expect(await viewItem.getValue()).toMatchObject({
      figures: { dashboard: { plays: 512 } },
      trouble: { kind: "failed", requestId: "r-1" },
    });
  });

  test("stay when the session has ended, and the token goes", async () => {
    await pair();
    replies["/v1/dashboard"] = [{ status: 401 }];
    await refreshFigures();
    expect(await viewItem.getValue()).toMatchObject({
      connection: "signed-out",
      figures: { dashboard: { plays: 512 } },
    });
    expect(await sessionItem.getValue()).toEqual({ status: "unpaired" });
  });

  test("are not made up for an account without an artist", async () => {
    await pair();
    replies["/v1/dashboard"] = [{ status: 404 }];
    await refreshFigures();
    const view = await viewItem.getValue();
    expect(view.trouble).toEqual({ kind: "no-artist" });
    expect(view.figures).toBeUndefined();
  });

  test("that arrive after unpairing are thrown away, and the server is told to end the session", async () => {
    await pair();
    let answer: (value: Response) => void = () => {};
    const slow = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const usual = fetch;
    vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
      url.endsWith("/v1/dashboard") ? slow : usual(url, init),
    );
    const refreshing = refreshFigures();
    await unpair();
    answer(Response.json(sampleDashboard));
    await refreshing;
    expect(await viewItem.getValue()).toEqual({ connection: "unpaired" });
    expect(asked.at(-1)).toMatchObject({ path: "/api/auth/sign-out", authorization: "Bearer session-token" });
  });
});
