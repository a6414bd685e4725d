import { Session } from "@beatpass/shared/contracts";
import { afterEach, describe, expect, test, vi } from "vitest";
import { callServer } from "./call-server.ts";
import { createQueryClient } from "./create-query-client.ts";
import { ServerProblem } from "./server-problem.ts";

afterEach(() => vi.unstubAllGlobals());

/** The far end of fetch is not ours to run here. */
function answering(status: number, body: string, headers: Record<string, string> = {}): void {
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers }));
}
const failure = async () => {
  const error: unknown = await callServer(Session, "GET", "/v1/session").catch((caught: unknown) => caught);
  if (!(error instanceof ServerProblem)) throw error;
  return error;
};

describe("a call", () => {
  test("gives what the contract allows and no more", async () => {
    answering(200, JSON.stringify({ user: { name: "K", email: "k@example.com", admin: false, extra: 1 } }));
    expect(await callServer(Session, "GET", "/v1/session")).toEqual({
      user: { name: "K", email: "k@example.com", admin: false },
    });
  });

  test("whose answer breaks the contract is an error that names the request", async () => {
    answering(200, JSON.stringify({ user: { name: 3 } }), { "x-request-id": "r1" });
    expect(await failure()).toMatchObject({ code: "unreadable", requestId: "r1" });
    answering(200, "<html>");
    expect((await failure()).code).toBe("unreadable");
  });

  test("that is answered with problem details keeps code, words and request id", async () => {
    const problem = { type: "about:blank", title: "Conflict", status: 409, detail: "Taken.", code: "conflict" };
    answering(409, JSON.stringify({ ...problem, requestId: "r2" }));
    expect(await failure()).toMatchObject({ code: "conflict", message: "Taken.", requestId: "r2" });
  });

  test("that the sign-in library refuses keeps its reason", async () => {
    answering(400, JSON.stringify({ code: "INVALID_TOKEN", message: "Invalid token" }));
    expect(await failure()).toMatchObject({ code: "invalid", reason: "INVALID_TOKEN" });
    answering(401, JSON.stringify({ code: "INVALID_EMAIL_OR_PASSWORD" }));
    expect((await failure()).code).toBe("unauthenticated");
  });

  test("without an answer says so", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("network");
    });
    expect((await failure()).code).toBe("unreachable");
  });
});

describe("a question to the server is put again", () => {
  const retry = createQueryClient().getDefaultOptions().queries?.retry;
  const again = (code: ConstructorParameters<typeof ServerProblem>[0], failures = 0) =>
    typeof retry === "function" && retry(failures, new ServerProblem(code, ""));

  test("where the network or the server failed, twice at most", () => {
    for (const code of ["unreachable", "internal", "busy", "upstream_failed"] as const) expect(again(code)).toBe(true);
    expect(again("internal", 1)).toBe(true);
    expect(again("internal", 2)).toBe(false);
  });

  test("never where the answer was no", () => {
    for (const code of ["not_found", "unauthenticated", "forbidden", "invalid", "unreadable"] as const)
      expect(again(code)).toBe(false);
  });
});
