import type { z } from "zod";
import { AppError } from "../errors.ts";

/** One of Stripe's objects. @throws AppError invalid where it lacks what Stripe documents */
export function readObject<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const list = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new AppError("invalid", `${what} is not as Stripe documents it: ${list}`, { errors });
}
