import type { LeasedDelivery } from "@beatpass/shared/contracts";
import { type APIMessage, type APIUser, DiscordAPIError, REST, Routes, SnowflakeUtil } from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { Sender, SendResult, Sighting } from "../deliveries/sender.ts";
import { readSendError } from "./discord-error.ts";
import { isMessageOf, messageOf } from "./messages.ts";

/** Discord recognises a nonce for “the past few minutes”; a minute is well within. */
const REPEATABLE_FOR_MS = 60_000;
/** Longer waits are the server's to time, so that a lease is not spent on them. */
const LONGEST_WAIT_MS = 3_000;
const TIMEOUT_MS = 10_000;
const PAGE = 100;
const PAGES_AT_MOST = 5;
/** The server's clock and Discord's may differ. */
const CLOCK_MARGIN_MS = 60_000;

/** Posts and looks through REST alone, with every retry decided by the delivery loop. */
export function createDiscordSender(config: Pick<DiscordConfig, "token" | "apiUrl">): Sender {
  const rest = new REST({
    ...(config.apiUrl !== undefined && { api: config.apiUrl }),
    timeout: TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > LONGEST_WAIT_MS,
  }).setToken(config.token);
  let ownId: string | undefined;

  async function send(delivery: LeasedDelivery): Promise<SendResult> {
    const body = messageOf(delivery);
    try {
      const message = (await rest.post(Routes.channelMessages(delivery.channelId), { body })) as APIMessage;
      return { is: "sent", messageId: message.id };
    } catch (error) {
      return readSendError(error);
    }
  }

  async function find(delivery: LeasedDelivery, sinceMs: number): Promise<Sighting> {
    try {
      ownId ??= ((await rest.get(Routes.user())) as APIUser).id;
      for await (const message of messagesSince(rest, delivery.channelId, sinceMs - CLOCK_MARGIN_MS)) {
        if (message.author.id === ownId && isMessageOf(message, delivery)) return { is: "seen", messageId: message.id };
      }
      return { is: "not-seen", detail: "the channel's messages do not show it" };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      // What the channel's permissions or the token do not let us read says nothing, now or later.
      if (error instanceof DiscordAPIError || readSendError(error).is === "refused") return { is: "not-seen", detail };
      return { is: "unreadable", detail };
    }
  }

  return { platform: "discord", repeatableForMs: REPEATABLE_FOR_MS, send, find };
}

async function* messagesSince(rest: REST, channelId: string, sinceMs: number): AsyncIterable<APIMessage> {
  let after = SnowflakeUtil.generate({ timestamp: sinceMs, increment: 0n }).toString();
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    yield* messages;
    if (messages.length < PAGE) return;
    const ids = messages.map(({ id }) => id);
    after = ids.sort((a, b) => Number(BigInt(a) - BigInt(b))).at(-1) ?? after;
  }
}
