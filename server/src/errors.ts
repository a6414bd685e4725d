import type { ProblemCode } from "@beatpass/shared/contracts";

/** An expected failure with a closed code; each edge (HTTP, command line) maps it to its own form once. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly errors: { path: string; message: string }[] | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    options: { errors?: { path: string; message: string }[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.errors = options.errors;
  }
}

/**
 * A request's field or parameter that is not as it has to be.
 * @param path its name; "body" for all of it
 * @param message a sentence of its own: pages show it to people
 */
export const invalidField = (path: string, message: string, options: { cause?: unknown } = {}): AppError =>
  new AppError("invalid", message, { ...options, errors: [{ path, message }] });

/** Same words whether or not the thing exists: strangers learn nothing (spec §5). */
export const notFound = (): AppError => new AppError("not_found", "There is nothing for you at this address.");

/** An address that is there, but not for this method. @param allowed the methods it has */
export const otherMethod = (allowed: readonly string[]): AppError =>
  new AppError("method_not_allowed", `This address takes ${allowed.join(", ")}.`);
