import type { LeasedDelivery } from "@beatpass/shared/contracts";
import {
  type APIChannel,
  type APIMessage,
  type APIUser,
  DiscordAPIError,
  REST,
  Routes,
  SnowflakeUtil,
} from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { Picture, Sender, SendResult, Sighting } from "../deliveries/sender.ts";
import type { Time } from "../time.ts";
import { mayBeThePicture, readSendError } from "./discord-error.ts";
import { makeRequest } from "./make-request.ts";
import { changedMessageOf, isMessageOf, messageOf } from "./messages.ts";
import { createPace } from "./pace.ts";

/** Discord recognises a nonce for “the past few minutes”; a minute is well within. */
const REPEATABLE_FOR_MS = 60_000;
/** Longer waits are the server's to time, so that a lease is not spent on them. */
const LONGEST_WAIT_MS = 3_000;
const TIMEOUT_MS = 10_000;
const FILE = "card.png";
const ALT_LENGTH = 1024;
const PAGE = 100;
const PAGES_AT_MOST = 5;
/** The server's clock and Discord's may differ. */
const CLOCK_MARGIN_MS = 60_000;

/** Posts, changes and looks through REST alone, with every retry decided by the delivery loop. */
export function createDiscordSender(config: Pick<DiscordConfig, "token" | "apiUrl">, time: Time): Sender {
  const rest = new REST({
    ...(config.apiUrl !== undefined && { api: config.apiUrl }),
    makeRequest,
    timeout: TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > LONGEST_WAIT_MS,
  }).setToken(config.token);
  const turn = createPace(time);
  const directChannels = new Map<string, string>();
  let ownId: string | undefined;

  async function send(delivery: LeasedDelivery, picture?: Picture): Promise<SendResult> {
    try {
      const channelId = await channelOf(delivery);
      return { is: "sent", messageId: await write(channelId, delivery, picture) };
    } catch (error) {
      return readSendError(error);
    }
  }

  async function write(channelId: string, delivery: LeasedDelivery, picture?: Picture): Promise<string> {
    try {
      const message = (await writeOnce(channelId, delivery, picture)) as APIMessage;
      return message.id;
    } catch (error) {
      if (picture && mayBeThePicture(error)) return write(channelId, delivery);
      throw error;
    }
  }

  async function writeOnce(channelId: string, delivery: LeasedDelivery, picture?: Picture): Promise<unknown> {
    await turn();
    const { edits } = delivery;
    const files = picture ? [{ name: FILE, data: picture.png, contentType: "image/png" }] : [];
    // A changed message keeps none of its old pictures.
    const attachments = picture ? [{ id: "0", filename: FILE, description: picture.alt.slice(0, ALT_LENGTH) }] : [];
    if (!edits) {
      const body = { ...messageOf(delivery), ...(picture && { attachments }) };
      return rest.post(Routes.channelMessages(channelId), { body, files });
    }
    const body = { ...changedMessageOf(delivery, edits.deliveryId), attachments };
    return rest.patch(Routes.channelMessage(channelId, edits.messageId), { body, files });
  }

  /** A person's channel is opened once; opening it again gives the same one. */
  async function channelOf({ to, channelId }: LeasedDelivery): Promise<string> {
    if (to === "channel") return channelId;
    const known = directChannels.get(channelId);
    if (known !== undefined) return known;
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: channelId } })) as APIChannel;
    directChannels.set(channelId, id);
    return id;
  }

  async function find(delivery: LeasedDelivery, sinceMs: number): Promise<Sighting> {
    try {
      ownId ??= ((await rest.get(Routes.user())) as APIUser).id;
      const channelId = await channelOf(delivery);
      for await (const message of messagesSince(rest, channelId, sinceMs - CLOCK_MARGIN_MS)) {
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
