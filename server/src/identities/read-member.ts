import type { AnnouncementView, LinkedMember } from "@beatpass/shared/contracts";
import { levelTitle, MAX_LEVEL } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import type { ReadContext } from "../context.ts";
import { readCounts } from "../dashboard/index.ts";
import { producers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";

/** A linked person's own number, what they agreed to, and an announcement as it would be posted. */
export async function readLinkedMember({ db, clock }: ReadContext, producerId: string): Promise<LinkedMember> {
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  if (!producer) throw notFound();
  const { id, name, level, xp, demo } = producer;
  const [{ tracks, plays }, privacy] = await Promise.all([readCounts(db, id), readPrivacy(db, id)]);
  const next = Math.min(level + 1, MAX_LEVEL);
  const preview: AnnouncementView = {
    kind: "level-up",
    producer: { id, name },
    occurredAt: new Date(clock.now()).toISOString(),
    basis: "computed",
    demo,
    fromLevel: next - 1,
    level: next,
    title: levelTitle(next),
    newTitle: false,
    cause: { reason: "total", xp },
  };
  return { producer: { id, name }, level, tracks, plays, privacy, preview };
}
