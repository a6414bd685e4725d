import { Problem } from "@beatpass/shared/contracts";
import type { z } from "zod";

/** Expected outcomes of a request; a body that breaks the contract counts as failed. */
export type ServerAnswer<T> =
  | { status: "ok"; data: T }
  | { status: "unauthenticated" | "not-found" | "offline" | "unreachable" | "moved" }
  | { status: "failed"; httpStatus?: number; requestId?: string };

type Call<T> = {
  server: string;
  path: string;
  answer: z.ZodType<T>;
  token?: string;
  body?: unknown;
};

const TIMEOUT_MS = 10_000;

/** Asks the paired server: a GET, or a POST where there is a body. Never with cookies. */
export async function callServer<T>({ server, path, answer, token, body }: Call<T>): Promise<ServerAnswer<T>> {
  const headers = new Headers({ accept: "application/json" });
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  let response: Response;
  let content: unknown;
  try {
    response = await fetch(server + path, {
      method: body === undefined ? "GET" : "POST",
      headers,
      credentials: "omit",
      cache: "no-store",
      // A session goes to no other server than the one that was paired with.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    content = await response.json().catch(() => undefined);
  } catch {
    return { status: navigator.onLine ? "unreachable" : "offline" };
  }
  if (response.type === "opaqueredirect") return { status: "moved" };
  if (response.status === 401) return { status: "unauthenticated" };
  if (response.status === 404) return { status: "not-found" };
  const parsed = answer.safeParse(content);
  if (response.ok && parsed.success) return { status: "ok", data: parsed.data };
  const problem = Problem.safeParse(content);
  return {
    status: "failed",
    httpStatus: response.status,
    ...(problem.success ? { requestId: problem.data.requestId } : {}),
  };
}
