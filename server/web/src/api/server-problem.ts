import { Problem, type ProblemCode } from "@beatpass/shared/contracts";
import { z } from "zod";

/** unreachable: no answer came. unreadable: an answer came that the contract does not allow. */
export type FailureCode = ProblemCode | "unreachable" | "unreadable";

/** A call that failed, as the pages tell it: what happened, and the request to quote. */
export class ServerProblem extends Error {
  readonly code: FailureCode;
  readonly requestId: string | undefined;
  /** The sign-in library's own word for it, e.g. INVALID_TOKEN. */
  readonly reason: string | undefined;
  /** Of what was sent, the field that is not as it has to be. */
  readonly field: string | undefined;

  constructor(
    code: FailureCode,
    detail: string,
    more: { requestId?: string; reason?: string; field?: string | undefined; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = "ServerProblem";
    this.code = code;
    this.requestId = more.requestId;
    this.reason = more.reason;
    this.field = more.field;
  }

  /** Whether the same call may well succeed a moment later. */
  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

const PASSING = new Set<FailureCode>(["unreachable", "busy", "internal", "upstream_failed"]);

const BY_STATUS: Record<number, ProblemCode> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "too_large",
  422: "invalid",
  429: "rate_limited",
  503: "busy",
};

/** The sign-in library's errors, which are no problem details. */
const SignInError = z.object({ message: z.string().optional(), code: z.string().optional() });

/** Reads an answer that is not a success. */
export async function readProblem(answer: Response): Promise<ServerProblem> {
  const body: unknown = await answer.json().catch(() => undefined);
  const problem = Problem.safeParse(body);
  if (problem.success) {
    const { code, detail, requestId, errors } = problem.data;
    return new ServerProblem(code, detail, { requestId, field: errors?.[0]?.path });
  }
  const code = BY_STATUS[answer.status] ?? (answer.status >= 500 ? "internal" : "invalid");
  const { message, code: reason } = SignInError.safeParse(body).data ?? {};
  const requestId = answer.headers.get("x-request-id");
  return new ServerProblem(code, message ?? `The server answered ${answer.status}.`, {
    ...(requestId && { requestId }),
    ...(reason && { reason }),
  });
}
