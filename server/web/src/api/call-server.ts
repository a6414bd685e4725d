import type { z } from "zod";
import { readProblem, ServerProblem } from "./server-problem.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Asks the server this page came from, and takes its answer only as the contract has it.
 * @throws ServerProblem
 */
export async function callServer<Schema extends z.ZodType>(
  schema: Schema,
  method: Method,
  path: string,
  body?: unknown,
): Promise<z.output<Schema>> {
  const answer = await send(method, path, body);
  const parsed = schema.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const requestId = answer.headers.get("x-request-id");
  throw new ServerProblem("unreadable", `${method} ${path}: ${parsed.error.message}`, {
    cause: parsed.error,
    ...(requestId && { requestId }),
  });
}

/** Tells the server something; there is nothing to read in its answer. @throws ServerProblem */
export async function tellServer(method: Method, path: string, body?: unknown): Promise<void> {
  await send(method, path, body);
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method,
    credentials: "same-origin",
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new ServerProblem("unreachable", "No answer came.", { cause });
  });
  if (!answer.ok) throw await readProblem(answer);
  return answer;
}
