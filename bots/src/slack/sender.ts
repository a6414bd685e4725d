import { renderAnnouncement } from "@beatpass/messages/slack";
import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { webApi } from "@slack/bolt";
import type { Sender, SendResult, Sighting } from "../deliveries/sender.ts";
import { readSendError } from "./slack-error.ts";

const EVENT_TYPE = "beatpass_delivery";
const PAGE = 100;
const PAGES_AT_MOST = 5;
/** The server's clock and Slack's may differ. */
const CLOCK_MARGIN_MS = 60_000;

/**
 * Posts with the delivery's id as message metadata, by which it is found again. Slack knows no repetition: what is
 * in doubt is looked for at once and never sent again.
 */
export function createSlackSender(client: webApi.WebClient): Sender {
  async function send(delivery: LeasedDelivery): Promise<SendResult> {
    const { channelId: channel, id, view, locale } = delivery;
    const metadata = { event_type: EVENT_TYPE, event_payload: { delivery_id: id } };
    const message = { ...renderAnnouncement(view, locale), channel, metadata };
    try {
      const { ts } = await client.chat.postMessage(message);
      return ts === undefined ? { is: "in-doubt", detail: "Slack named no message" } : { is: "sent", messageId: ts };
    } catch (error) {
      return readSendError(error);
    }
  }

  async function find(delivery: LeasedDelivery, sinceMs: number): Promise<Sighting> {
    const oldest = String((sinceMs - CLOCK_MARGIN_MS) / 1000);
    let cursor: string | undefined;
    try {
      for (let page = 0; page < PAGES_AT_MOST; page++) {
        const history = await client.conversations.history({
          channel: delivery.channelId,
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
