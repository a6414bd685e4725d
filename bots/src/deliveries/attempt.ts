import type { AnnouncementView, LeasedDelivery, Locale } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import type { Time } from "../time.ts";
import { deliver, type Verdict } from "./deliver.ts";
import type { Picture, Sender } from "./sender.ts";

/** Draws the picture of an announcement, where it has one. */
export type Draw = (view: AnnouncementView, locale: Locale) => Promise<Picture | undefined>;

type With = { sender: Sender; draw?: Draw | undefined; time: Time; log: Log; isStopping: boolean };

/** Delivers with its picture; undefined where it failed here: the delivery is then left to its lease. */
export async function attempt(delivery: LeasedDelivery, deps: With): Promise<Verdict | undefined> {
  if (deps.isStopping && delivery.inDoubtSince === undefined) {
    return { outcome: "retry-later", retryAfterMs: 0, detail: "The bot is stopping" };
  }
  try {
    return await deliver(delivery, deps.sender, deps.time, await pictureOf(delivery, deps));
  } catch (error) {
    // A fault of ours, and it may have come after the post: the delivery comes again, in doubt.
    deps.log.error({ event: "delivery-failed", id: delivery.id, err: error });
    return undefined;
  }
}

/** A message without its picture says the same. */
async function pictureOf({ id, view, locale }: LeasedDelivery, { draw, log }: With): Promise<Picture | undefined> {
  try {
    return await draw?.(view, locale);
  } catch (error) {
    log.error({ event: "picture-failed", id, err: error });
    return undefined;
  }
}
