import { IsoDate } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { z } from "zod";

/** Readers of single cells; an empty one is null. Each names what is wrong, so that a row's report can. */
const empty = (value: unknown): unknown => (typeof value === "string" && value.trim() === "" ? null : value);
const cell = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.nullish());

export const id = z.string().trim().min(1, "is empty").max(200);
/** Any text, trimmed. @param max characters */
export const text = (max: number) => cell(z.string().trim().max(max));
export const link = cell(z.url({ protocol: /^https?$/, error: "is not an http(s) address" }).max(2000));
export const count = cell(
  z.coerce.number("is not a number").int("is not a whole number").nonnegative("is negative").max(1_000_000),
);
export const milliseconds = cell(
  z.coerce
    .number("is not a number")
    .int("is not a whole number")
    .nonnegative("is negative")
    .max(MS_PER_DAY, "is more than a day"),
);
export const decimal = cell(z.coerce.number("is not a number").positive("is not positive").max(1000));
export const bool = cell(
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(["true", "false", "1", "0", "yes", "no"], "is neither true nor false"))
    .transform((word) => word === "true" || word === "1" || word === "yes"),
);
/** An ISO 8601 instant; without an offset it is UTC. In ms. */
const instantText = z
  .string()
  .trim()
  .transform((value) =>
    /[zZ]$|[+-]\d{2}:?\d{2}$/.test(value)
      ? value
      : `${value}${value.includes("T") || value.includes(" ") ? "Z" : "T00:00:00Z"}`,
  )
  .transform((value, context) => {
    // Date.parse would take the 30th of February for a day in March.
    const isDay = IsoDate.safeParse(value.slice(0, 10)).success;
    const ms = isDay ? Date.parse(value.replace(" ", "T")) : Number.NaN;
    if (!Number.isNaN(ms)) return ms;
    context.addIssue({ code: "custom", message: "is not an ISO 8601 instant" });
    return z.NEVER;
  });
export const instant = cell(instantText);
export const requiredInstant = instantText;
/** `x|y` as a list; empty parts are dropped. */
export const list = z.string().transform((value) =>
  value
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
