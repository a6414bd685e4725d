import { AppError } from "./errors.ts";

/** A failed query's message without what the query was given: e-mails and tokens are among that. */
export const withoutParameters = (message: string): string => message.replace(/\s*\bparams:.*$/s, "");

/** What a failure says: in the words of its first cause, or of the first that are our own, and without parameters. */
export function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return withoutParameters(String(error));
  const isOwn = error instanceof AppError || error.cause === undefined;
  return (isOwn ? "" : whatFailed(error.cause)) || withoutParameters(error.message);
}

/** A failure as it is logged, with its causes; of what a library added to it, its code alone. */
export function failureForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return withoutParameters(String(error));
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message: withoutParameters(error.message),
    stack: framesOf(error),
    ...(code !== undefined && { code }),
    ...(error.cause !== undefined && { cause: failureForLog(error.cause) }),
  };
}

/** Where it failed: a stack without the message that it begins with. */
export const framesOf = ({ stack = "", message }: Error): string =>
  stack
    .replace(message, "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
