import { webApi } from "@slack/bolt";
import { expect, test } from "vitest";
import { readSendError } from "./slack-error.ts";

const answered = (error: string) =>
  readSendError(new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: {} }));

test.each([
  ["account_inactive", "credentials-dead"],
  ["token_revoked", "credentials-dead"],
  ["invalid_auth", "credentials-dead"],
  ["token_expired", "credentials-dead"],
  ["channel_not_found", "destination-gone"],
  ["is_archived", "destination-gone"],
  ["not_in_channel", "destination-gone"],
  ["restricted_action", "destination-gone"],
  ["missing_scope", "destination-gone"],
  ["user_disabled", "destination-gone"],
  ["msg_too_long", "rejected"],
])("what Slack refuses as %s ends as %s", (code, outcome) => {
  expect(answered(code)).toMatchObject({ is: "refused", outcome, detail: `Slack answered ${code}` });
});

test("only a channel that is gone is missing itself; elsewhere a permission is", () => {
  const missing = (code: string) => {
    const reading = answered(code);
    return "missing" in reading ? reading.missing : undefined;
  };
  expect(["channel_not_found", "is_archived"].map(missing)).toEqual(["channel", "channel"]);
  expect(["not_in_channel", "restricted_action"].map(missing)).toEqual(["permission", "permission"]);
});

test.each([
  ["ratelimited", "later"],
  ["internal_error", "in-doubt"],
  ["fatal_error", "in-doubt"],
])("%s leaves it %s", (code, is) => {
  expect(answered(code)).toMatchObject({ is });
});
