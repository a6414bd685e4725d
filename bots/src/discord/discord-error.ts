import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { wasNeverSent } from "../deliveries/never-sent.ts";
import type { SendResult } from "../deliveries/sender.ts";

/** What an error of a post to a channel means for the delivery. */
export function readSendError(error: unknown): Exclude<SendResult, { is: "sent" }> {
  if (error instanceof RateLimitError) {
    return { is: "later", retryAfterMs: error.retryAfter, detail: "Discord asks to wait" };
  }
  if (error instanceof DiscordAPIError) return readAnswer(error);
  if (error instanceof HTTPError) return { is: "in-doubt", detail: `Discord answered ${error.status}` };
  if (isMissingToken(error)) return { is: "refused", outcome: "credentials-dead", detail: "Discord refused the token" };
  const detail = error instanceof Error ? error.message : String(error);
  return wasNeverSent(error) ? { is: "later", detail } : { is: "in-doubt", detail };
}

/** “You are opening direct messages too fast.” */
const OPENING_TOO_FAST = 40003;
/** “Missing Permissions”, which the channel may have for words and not for files. */
const MISSING_PERMISSIONS = 50013;

/** Whether a message with a picture may do without it. */
export const mayBeThePicture = (error: unknown): boolean =>
  error instanceof DiscordAPIError && (error.code === MISSING_PERMISSIONS || error.status === 413);

function readAnswer({ status, code, message }: DiscordAPIError): Exclude<SendResult, { is: "sent" }> {
  const detail = `Discord answered ${status}, code ${code}: ${message}`;
  if (code === OPENING_TOO_FAST) return { is: "later", retryAfterMs: 60_000, detail };
  if (status === 401) return { is: "refused", outcome: "credentials-dead", detail };
  if (status === 403 || status === 404) {
    return { is: "refused", outcome: "destination-gone", missing: status === 404 ? "channel" : "permission", detail };
  }
  return { is: "refused", outcome: "rejected", detail };
}

/** After a 401 discord.js forgets the token and refuses to ask again. */
const isMissingToken = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Expected token to be set");
