import type { DiscordMessage } from "@beatpass/messages/discord";
import { renderAnnouncement } from "@beatpass/messages/discord";
import type { LeasedDelivery } from "@beatpass/shared/contracts";
import type { APIMessage } from "discord.js";

/** The body of a delivery's post. Its id is the nonce, and the fragment of its link where it has one. */
export type DeliveryMessage = DiscordMessage & { nonce: string; enforce_nonce: true };

/** Within minutes, Discord posts a nonce once alone (`enforce_nonce`): a post that is tried again is not seen twice. */
export const messageOf = (delivery: LeasedDelivery): DeliveryMessage => ({
  ...wordsOf(delivery, delivery.id),
  nonce: delivery.id,
  enforce_nonce: true,
});

/** The body that a posted message is to have instead; it stays known by the delivery that posted it. */
export const changedMessageOf = (delivery: LeasedDelivery, postedBy: string): DiscordMessage =>
  wordsOf(delivery, postedBy);

function wordsOf({ view, locale, mention }: LeasedDelivery, id: string): DiscordMessage {
  const message = renderAnnouncement(view, locale, mention);
  for (const row of message.components) {
    for (const button of row.components) button.url = markUrl(button.url, id);
  }
  return message;
}

/**
 * Whether a message, as Discord gives it back, is the delivery's. Discord does not return nonces when messages are
 * read, so a message is known by its link's fragment or, without a link, by being word for word what we would post.
 */
export function isMessageOf(message: APIMessage, delivery: LeasedDelivery): boolean {
  const link = readLink(message.components);
  if (link !== undefined) return new URL(link).hash.slice(1).split("&").includes(delivery.id);
  return message.content === messageOf(delivery).content;
}

function markUrl(address: string, id: string): string {
  const url = new URL(address);
  url.hash = url.hash === "" ? id : `${url.hash.slice(1)}&${id}`;
  return url.href;
}

function readLink(rows: APIMessage["components"]): string | undefined {
  for (const row of rows ?? []) {
    if (!("components" in row)) continue;
    for (const component of row.components) if ("url" in component && component.url) return component.url;
  }
  return undefined;
}
