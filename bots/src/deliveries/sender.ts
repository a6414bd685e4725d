import type { ChatPlatform, LeasedDelivery } from "@beatpass/shared/contracts";

/** A picture that goes with a message, and its words for those who do not see it. */
export type Picture = { png: Buffer; alt: string };

/** What one try to post, or to change what was posted, gave. */
export type SendResult =
  | { is: "sent"; messageId: string }
  /** Certainly not posted, and trying again as it is would not help. */
  | Refusal
  /** Certainly not posted; another time it may be. */
  | { is: "later"; retryAfterMs?: number; detail: string }
  /** It may have been posted. */
  | { is: "in-doubt"; detail: string };

export type Refusal = {
  is: "refused";
  outcome: "destination-gone" | "credentials-dead" | "rejected";
  /** Of destination-gone: what stands in the way. */
  missing?: "channel" | "permission";
  detail: string;
};

/** What reading the channel for a delivery gave. */
export type Sighting =
  | { is: "seen"; messageId: string }
  | { is: "not-seen"; detail: string }
  /** The channel could not be read now; another time it may be. */
  | { is: "unreadable"; detail: string };

/** A platform's end of the delivery loop. Neither method throws for what the platform or the network does. */
export type Sender = {
  platform: ChatPlatform;
  /** For how long after a try the same delivery may be sent again without being posted twice. */
  repeatableForMs: number;
  /** The same picture is given with every try of a delivery. */
  send: (delivery: LeasedDelivery, picture?: Picture) => Promise<SendResult>;
  /** Looks among the channel's messages since shortly before `sinceMs`. */
  find: (delivery: LeasedDelivery, sinceMs: number) => Promise<Sighting>;
};
