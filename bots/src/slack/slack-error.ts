import { webApi } from "@slack/bolt";
import { wasNeverSent } from "../deliveries/never-sent.ts";
import type { SendResult } from "../deliveries/sender.ts";

const CREDENTIALS_DEAD = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "org_login_required",
  "user_removed_from_team",
  "team_access_not_granted",
]);
const DESTINATION_GONE = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "missing_scope",
  "no_permission",
  "channel_is_limited_access",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "ekm_access_denied",
  "messages_tab_disabled",
  "cannot_dm_bot",
  "user_not_found",
  "users_not_found",
  "user_not_visible",
  "user_disabled",
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
]);
/** The rest of what is gone is for want of a permission. */
const CHANNEL_GONE = new Set(["channel_not_found", "is_archived"]);
const LATER = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Slack says of these that some part of the operation may have succeeded. */
const IN_DOUBT = new Set([
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
]);

/** What an error of a call to Slack means for a delivery. */
export function readSendError(error: unknown): Exclude<SendResult, { is: "sent" }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { is: "later", retryAfterMs: error.retryAfter * 1000, detail: "Slack asks to wait" };
  }
  if (error instanceof webApi.WebAPIPlatformError) return readAnswer(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return readStatus(error);
  const detail = error instanceof Error ? error.message : String(error);
  const origin = error instanceof webApi.WebAPIRequestError ? error.original : error;
  return wasNeverSent(origin) ? { is: "later", detail } : { is: "in-doubt", detail };
}

function readAnswer(code: string): Exclude<SendResult, { is: "sent" }> {
  const detail = `Slack answered ${code}`;
  if (CREDENTIALS_DEAD.has(code)) return { is: "refused", outcome: "credentials-dead", detail };
  if (DESTINATION_GONE.has(code)) {
    const missing = CHANNEL_GONE.has(code) ? "channel" : "permission";
    return { is: "refused", outcome: "destination-gone", missing, detail };
  }
  if (LATER.has(code)) return { is: "later", detail };
  if (IN_DOUBT.has(code)) return { is: "in-doubt", detail };
  return { is: "refused", outcome: "rejected", detail };
}

function readStatus({ statusCode, headers }: webApi.WebAPIHTTPError): Exclude<SendResult, { is: "sent" }> {
  const detail = `Slack answered ${statusCode}`;
  if (statusCode === 429) return { is: "later", retryAfterMs: Number(headers["retry-after"] ?? 30) * 1000, detail };
  if (statusCode >= 500) return { is: "in-doubt", detail };
  return { is: "refused", outcome: "rejected", detail };
}
