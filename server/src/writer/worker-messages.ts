import type { ProblemCode } from "@beatpass/shared/contracts";
import { AppError } from "../errors.ts";
import { framesOf, whatFailed, withoutParameters } from "../what-failed.ts";
import type { VerbName } from "./verbs.ts";

/** What passes between the thread that answers requests and the one that writes. */
export type Request = { id: number; name: VerbName; input: unknown };
export type Answer =
  | { id: number; ok: true; output: unknown }
  | {
      id: number;
      ok: false;
      error: { message: string; code?: ProblemCode; errors?: { path: string; message: string }[]; stack?: string };
    };

/**
 * An error as a message between threads, which would lose an AppError's class; the cause's words are added to its own.
 */
export function packError(error: unknown): Extract<Answer, { ok: false }>["error"] {
  if (error instanceof AppError)
    return { message: error.message, code: error.code, ...(error.errors && { errors: error.errors }) };
  const failure = error instanceof Error ? error : new Error(String(error));
  const [message, reason] = [withoutParameters(failure.message), whatFailed(failure)];
  return { message: reason === message ? message : `${message}: ${reason}`, stack: framesOf(failure) };
}

/** What `packError` packed, to be thrown on this side. */
export function unpackError({ message, code, errors, stack }: Extract<Answer, { ok: false }>["error"]): Error {
  if (code) return new AppError(code, message, errors && { errors });
  const error = new Error(message);
  if (stack) error.stack = `${error.name}: ${message}\n${stack}`;
  return error;
}
