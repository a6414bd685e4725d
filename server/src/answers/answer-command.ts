import type { Answer, AnsweredCommand, Question } from "@beatpass/shared/contracts";
import { type CommunityRef, joinOnce, linkedProducer, readCommunity } from "../communities/index.ts";
import { noticeRejoin } from "../roles/index.ts";
import type { Writer } from "../writer/index.ts";
import { answerInsights } from "./answer-insights.ts";
import { answerLeaderboard } from "./answer-leaderboard.ts";
import { answerProgress } from "./answer-progress.ts";
import { answerRank } from "./answer-rank.ts";
import { answerStats } from "./answer-stats.ts";
import type { AnswerContext, Asked } from "./asked.ts";

const VERBS: Record<AnsweredCommand, (context: AnswerContext, asked: Asked) => Promise<Answer>> = {
  stats: answerStats,
  progress: answerProgress("progress"),
  achievements: answerProgress("achievements"),
  insights: answerInsights,
  leaderboard: answerLeaderboard,
  rank: answerRank,
};

export type CommandAsked = CommunityRef & {
  command: AnsweredCommand;
  user: string;
  /** ISO instant. */
  joinedAt?: string | undefined;
  question: Question;
};

/**
 * What a command answers whoever asks it in a community. A linked person who asks here belongs here from then on.
 * @throws AppError not_found for a community that no bot has reported
 */
export async function answerCommand(
  context: AnswerContext & { writer: Writer },
  { platform, guildId, command, user, joinedAt, question }: CommandAsked,
): Promise<Answer> {
  const community = await readCommunity(context.db, { platform, guildId });
  const me = await linkedProducer(context.db, community, user);
  const member = { communityId: community.id, platformUserId: user };
  if (me !== undefined) await joinOnce(context, { ...member, producerId: me });
  if (me !== undefined && joinedAt !== undefined && community.levelRoles)
    await noticeRejoin(context, { ...member, joinedAt: Date.parse(joinedAt) });
  return VERBS[command](context, { community, me, question });
}
