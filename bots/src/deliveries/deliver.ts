import type { DeliveryOutcome, LeasedDelivery } from "@beatpass/shared/contracts";
import { backOff, type Time } from "../time.ts";
import type { Picture, Sender, SendResult } from "./sender.ts";

export type Verdict = Omit<DeliveryOutcome, "lease">;

/** No try is begun so shortly before the lease ends: a request may take ten seconds. */
const LEASE_MARGIN_MS = 11_000;
const LONGEST_WAIT_MS = 8_000;
/** A message that was in flight when its sender lost sight of it may take so long to appear. */
const SETTLE_MS = 8_000;

/**
 * Posts a delivery once. A try whose outcome is not known is repeated while the platform recognises the repetition;
 * after that the channel is read for it, and what is not found there is unknown: it is never sent again.
 * @returns undefined when neither could be settled within the lease: it runs out, and the delivery comes again, in doubt
 */
export async function deliver(
  delivery: LeasedDelivery,
  sender: Sender,
  time: Time,
  picture?: Picture,
): Promise<Verdict | undefined> {
  const deadline = Date.parse(delivery.leasedUntil) - LEASE_MARGIN_MS;
  if (delivery.edits) return change(delivery, sender, time, deadline, picture);
  let doubt = delivery.inDoubtSince === undefined ? undefined : { since: Date.parse(delivery.inDoubtSince), why: "" };
  for (let attempt = 0; ; attempt++) {
    if (time.now() >= deadline) return doubt ? undefined : { outcome: "retry-later", retryAfterMs: 0 };
    if (doubt && time.now() - doubt.since >= sender.repeatableForMs) break;
    const startedAt = time.now();
    const result = await sender.send(delivery, picture);
    if (result.is === "in-doubt") doubt ??= { since: startedAt, why: result.detail };
    else if (result.is === "sent" || !doubt) return verdictOf(result);
    else if (result.is === "refused") break;
    const asked = result.is === "later" ? result.retryAfterMs : undefined;
    await time.sleep(Math.min(asked ?? backOff(attempt, 500, LONGEST_WAIT_MS), LONGEST_WAIT_MS));
  }
  return look(delivery, sender, time, doubt, deadline);
}

/** A message that is changed twice alike says the same: what is in doubt is simply done again. */
async function change(
  delivery: LeasedDelivery,
  sender: Sender,
  time: Time,
  deadline: number,
  picture: Picture | undefined,
): Promise<Verdict> {
  for (let attempt = 0; ; attempt++) {
    if (time.now() >= deadline) return { outcome: "retry-later", retryAfterMs: 0 };
    const result = await sender.send(delivery, picture);
    if (result.is !== "in-doubt") return verdictOf(result);
    await time.sleep(backOff(attempt, 500, LONGEST_WAIT_MS));
  }
}

function verdictOf(result: Exclude<SendResult, { is: "in-doubt" }>): Verdict {
  switch (result.is) {
    case "sent":
      return { outcome: "delivered", messageId: result.messageId };
    case "refused":
      return {
        outcome: result.outcome,
        detail: result.detail,
        ...(result.missing !== undefined && { missing: result.missing }),
      };
    case "later":
      return {
        outcome: "retry-later",
        detail: result.detail,
        ...(result.retryAfterMs !== undefined && { retryAfterMs: result.retryAfterMs }),
      };
  }
}

async function look(
  delivery: LeasedDelivery,
  sender: Sender,
  time: Time,
  doubt: { since: number; why: string },
  deadline: number,
): Promise<Verdict | undefined> {
  for (let attempt = 0; ; attempt++) {
    const sighting = await sender.find(delivery, doubt.since);
    if (sighting.is === "seen") return { outcome: "delivered", messageId: sighting.messageId };
    const settled = time.now() - doubt.since >= SETTLE_MS;
    if (sighting.is === "not-seen" && settled) {
      const detail = ["It may have been sent", doubt.why, sighting.detail].filter((part) => part !== "").join("; ");
      return { outcome: "unknown", detail: detail.slice(0, 1000) };
    }
    const wait = backOff(attempt, 500, LONGEST_WAIT_MS);
    if (time.now() + wait >= deadline) return undefined;
    await time.sleep(wait);
  }
}
