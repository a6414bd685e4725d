import type { NewsPeriod, Question } from "@beatpass/shared/contracts";
import type { Category } from "@beatpass/shared/rules";
import type { CommunityRow } from "../communities/index.ts";
import type { Asked } from "./asked.ts";

/** Which board is meant: overall, all time, among the members here, unless told. */
export function askedBoard({ community, me, question }: Asked, now: number) {
  const { category = "overall" } = question;
  return {
    category: category satisfies Category,
    period: periodOf(question.period, now),
    ...(isHere(question) && { community: community.id }),
    asker: { producerId: me, seesAll: true },
  };
}

/** The community that ranks its members alone, as answers name it. */
export const among = ({ community, question }: Asked): { among?: { id: string; name: string } } =>
  isHere(question) ? { among: nameOf(community) } : {};

const isHere = ({ among = "here" }: Question): boolean => among === "here";
const nameOf = ({ id, name }: CommunityRow) => ({ id, name });

function periodOf(period: NewsPeriod = "all-time", now: number): string {
  if (period !== "season") return period;
  const date = new Date(now);
  return `${date.getUTCFullYear()}-H${date.getUTCMonth() < 6 ? 1 : 2}`;
}
