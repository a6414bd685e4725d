import type { MessageKey, Translate } from "@beatpass/messages";
import { type FailureCode, ServerProblem } from "../api/server-problem.ts";

export type ProblemWords = { title: string; detail: string; requestId?: string };

const KNOWN: Partial<Record<FailureCode, MessageKey>> = {
  unreachable: "failed.unreachable",
  unreadable: "failed.unreadable",
  busy: "failed.busy",
  rate_limited: "failed.rate_limited",
  forbidden: "failed.forbidden",
  internal: "failed.internal",
  storage_full: "failed.storage_full",
};

/** What is wrong with a field, for those that people type into. */
const FIELDS: Partial<Record<string, MessageKey>> = {
  producerId: "failed.field.producer",
  email: "failed.field.email",
};

/** What happened and what to do, in the reader's language where the code says enough; else in the server's words. */
export function problemWords(error: unknown, t: Translate): ProblemWords {
  const title = t("failed.title");
  if (!(error instanceof ServerProblem))
    return { title, detail: t(navigator.onLine ? "failed.internal" : "failed.unreachable") };
  const key = KNOWN[error.code] ?? (error.code === "invalid" ? FIELDS[error.field ?? ""] : undefined);
  return { title, detail: key ? t(key) : error.message, ...(error.requestId && { requestId: error.requestId }) };
}
