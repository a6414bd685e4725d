import {
  EVENT_DATA,
  EventEnvelope,
  type EventType,
  FUTURE_TOLERANCE_MS,
  type RejectionCode,
} from "@beatpass/shared/contracts";
import type { z } from "zod";

type Data<T extends EventType> = z.infer<(typeof EVENT_DATA)[T]>;

/** A checked event: its envelope's essentials with the data of its type. `at` in ms. */
export type ActivityEvent = {
  [T in EventType]: { type: T; id: string; source: string; at: number; data: Data<T> };
}[EventType];

export type Rejection = { code: RejectionCode; message: string };

/** What a caller may say: which sources it speaks for, and whether it may set producerId and vouched. */
export type IngestPermission = { sources: readonly string[]; trusted: boolean };

/** Sources that only the server itself speaks for: no key's "*" covers them. */
export const RESERVED_SOURCES: ReadonlySet<string> = new Set(["accounts", "beatpass", "csv", "demo"]);

/** The demo speaks for its own source alone. */
export const DEMO_PERMISSION: IngestPermission = { sources: ["demo"], trusted: true };

/** Checks one event; says what is wrong and where. */
export function readEvent(raw: unknown, permission: IngestPermission, now: number): ActivityEvent | Rejection {
  const envelope = EventEnvelope.safeParse(raw);
  if (!envelope.success) return invalid(envelope.error);
  const { type, id, source, time } = envelope.data;
  const data = EVENT_DATA[type].safeParse(envelope.data.data);
  if (!data.success) return invalid(data.error, "data");
  if (!maySpeakFor(permission, source)) {
    return { code: "source_not_allowed", message: `source: this key may not speak for "${source}"` };
  }
  const trustedField = ["producerId", "vouched"].find((field) => field in data.data);
  if (trustedField && !permission.trusted) {
    return { code: "source_not_allowed", message: `data.${trustedField}: needs a trusted key` };
  }
  const createdAt = "createdAt" in data.data ? data.data.createdAt : undefined;
  const ahead = inFuture("time", time, now) ?? (createdAt && inFuture("data.createdAt", createdAt, now));
  return ahead || ({ type, id, source, at: Date.parse(time), data: data.data } as ActivityEvent);
}

function inFuture(path: string, time: string, now: number): Rejection | undefined {
  if (Date.parse(time) <= now + FUTURE_TOLERANCE_MS) return undefined;
  const message = `${path}: ${time} is more than 5 minutes ahead of ${new Date(now).toISOString()}`;
  return { code: "in_future", message };
}

const maySpeakFor = ({ sources }: IngestPermission, source: string): boolean =>
  sources.includes(source) || (sources.includes("*") && !RESERVED_SOURCES.has(source));

export const isRejection = (value: ActivityEvent | Rejection): value is Rejection => "code" in value;

function invalid(error: z.ZodError, prefix?: string): Rejection {
  const message = error.issues
    .slice(0, 5)
    .map(
      (issue) =>
        `${[prefix, ...issue.path].filter((part) => part !== undefined).join(".") || "event"}: ${issue.message}`,
    )
    .join("; ");
  return { code: "invalid", message };
}
