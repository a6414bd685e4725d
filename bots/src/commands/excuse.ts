import { type AnswerLines, downLines } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import { newRequestId, ServerError } from "../server-api/server-error.ts";

/**
 * Says instead of an answer that there is none right now, whatever went wrong. What is no matter of the server's is a
 * fault of ours: the log has it under the number that is told.
 */
export function excuse(error: unknown, command: string, locale: Locale, log: Log): AnswerLines {
  const line = { event: "command", command };
  if (error instanceof ServerError) {
    log.warn({ ...line, outcome: "down", requestId: error.requestId }, error.message);
    return downLines(error.requestId, locale);
  }
  const requestId = newRequestId();
  log.error({ ...line, outcome: "failed", requestId, err: error });
  return downLines(requestId, locale);
}
