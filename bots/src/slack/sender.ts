import { renderAnnouncement, type SlackBlock } from "@beatpass/messages/slack";
import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";
import type { Picture, Sender, SendResult, Sighting } from "../deliveries/sender.ts";
import type { Log } from "../log.ts";
import { createImages, withImage } from "./images.ts";
import { readSendError } from "./slack-error.ts";

const EVENT_TYPE = "beatpass_delivery";
const PICTURE_TROUBLE = new Set(["Slack answered invalid_blocks", "Slack answered msg_blocks_too_long"]);
const PAGE = 100;
const PAGES_AT_MOST = 5;
/** The server's clock and Slack's may differ. */
const CLOCK_MARGIN_MS = 60_000;

/**
 * Posts with the delivery's id as message metadata, by which it is found again. Slack knows no repetition: what is
 * in doubt is looked for at once and never sent again.
 */
export function createSlackSender(client: webApi.WebClient, log: Log): Sender {
  const directChannels = new Map<string, string>();
  const imageOf = createImages(client, log);

  async function send(delivery: LeasedDelivery, picture?: Picture): Promise<SendResult> {
    try {
      const channel = await channelOf(delivery);
      const image = picture && (await imageOf(picture));
      const result = await write(channel, delivery, image);
      // Slack may not be done with the picture yet, and then takes none of the message.
      if (image && result.is === "refused" && PICTURE_TROUBLE.has(result.detail)) return write(channel, delivery);
      return result;
    } catch (error) {
      return readSendError(error);
    }
  }

  async function write(channel: string, delivery: LeasedDelivery, image?: SlackBlock): Promise<SendResult> {
    const { id, view, locale, mention, edits } = delivery;
    const metadata = { event_type: EVENT_TYPE, event_payload: { delivery_id: edits?.deliveryId ?? id } };
    const { mrkdwn, unfurl_links, unfurl_media, ...words } = renderAnnouncement(view, locale, mention);
    const message = { ...words, blocks: image ? withImage(words.blocks, image) : words.blocks, channel, metadata };
    try {
      const { ts } = edits
        ? await client.chat.update({ ...message, ts: edits.messageId })
        : await client.chat.postMessage({ ...message, mrkdwn, unfurl_links, unfurl_media });
      return ts === undefined ? { is: "in-doubt", detail: "Slack named no message" } : { is: "sent", messageId: ts };
    } catch (error) {
      return readSendError(error);
    }
  }

  /** A person's channel is opened once; opening it again gives the same one. */
  async function channelOf({ to, channelId }: LeasedDelivery): Promise<string> {
    if (to === "channel") return channelId;
    const known = directChannels.get(channelId);
    if (known !== undefined) return known;
    const { channel } = await client.conversations.open({ users: channelId });
    if (channel?.id === undefined) throw new Error("Slack named no channel");
    directChannels.set(channelId, channel.id);
    return channel.id;
  }

  async function find(delivery: LeasedDelivery, sinceMs: number): Promise<Sighting> {
    const oldest = String((sinceMs - CLOCK_MARGIN_MS) / 1000);
    let cursor: string | undefined;
    try {
      const channel = await channelOf(delivery);
      for (let page = 0; page < PAGES_AT_MOST; page++) {
        const history = await client.conversations.history({
          channel,
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor !== undefined && { cursor }),
        });
        const found = history.messages?.find((message) => deliveryIdOf(message.metadata) === delivery.id);
        if (found?.ts !== undefined) return { is: "seen", messageId: found.ts };
        cursor = history.response_metadata?.next_cursor || undefined;
        if (cursor === undefined) break;
      }
      return { is: "not-seen", detail: "the channel's history does not show it" };
    } catch (error) {
      const reading = readSendError(error);
      // What the app may not read says nothing, now or later.
      return { is: reading.is === "refused" ? "not-seen" : "unreadable", detail: reading.detail };
    }
  }

  return { platform: "slack", repeatableForMs: 0, send, find };
}

function deliveryIdOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown {
  if (metadata?.event_type !== EVENT_TYPE) return undefined;
  const payload = metadata.event_payload;
  return typeof payload === "object" && payload !== null && "delivery_id" in payload ? payload.delivery_id : undefined;
}
