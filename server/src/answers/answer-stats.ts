import type { Answer } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { standingForXp } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import { memberProducer, producerCalled } from "../communities/index.ts";
import { readCounts } from "../dashboard/index.ts";
import type { Reader } from "../db/client.ts";
import { producers } from "../db/schema/index.ts";
import { bestRank } from "../leaderboards/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";

/** The named producer's figures, the asked member's, or one's own. Who does not want to be shown is answered like nobody. */
export async function answerStats({ db, clock, publicUrl }: AnswerContext, asked: Asked): Promise<Answer> {
  const found = await findProducer(db, asked);
  if ("is" in found) return found;
  const { producerId } = found;
  const [producer] = await db.select().from(producers).where(eq(producers.id, producerId));
  const [{ tracks, plays, followers }, rank] = await Promise.all([
    readCounts(db, producerId),
    bestRank(db, producerId),
  ]);
  const { title, xpToNext, progress } = standingForXp(producer!.xp);
  const isOwn = producerId === asked.me;
  return {
    is: "stats",
    producer: { id: producerId, name: producer!.name },
    demo: producer!.demo,
    basis: "computed",
    level: producer!.level,
    title,
    xp: producer!.xp,
    xpToNext,
    progress,
    tracks,
    plays,
    ...(followers !== undefined && { followers }),
    ...(rank && { rank: { category: rank.category, period: rank.period, rank: rank.rank, total: rank.total } }),
    asOf: new Date(clock.now()).toISOString(),
    ...(isOwn && publicUrl !== undefined && { url: `${publicUrl}${PAGES.progress}` }),
  };
}

async function findProducer(
  db: Reader,
  { community, me, question }: Asked,
): Promise<{ producerId: string } | Extract<Answer, { is: "unlinked" | "unlinked-member" | "unknown" }>> {
  const named = question.producer?.trim();
  if (question.member !== undefined) {
    const producerId = await memberProducer(db, community, question.member);
    return producerId !== undefined && (await isShown(db, producerId, me)) ? { producerId } : { is: "unlinked-member" };
  }
  if (named) {
    const producerId = await producerCalled(db, community, named);
    return producerId !== undefined && (await isShown(db, producerId, me))
      ? { producerId }
      : { is: "unknown", query: named };
  }
  return me === undefined ? { is: "unlinked" } : { producerId: me };
}

const isShown = async (db: Reader, producerId: string, me: string | undefined): Promise<boolean> =>
  producerId === me || (await readPrivacy(db, producerId)).onBoards;
