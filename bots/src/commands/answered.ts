import { ANSWERED, type AnsweredCommandData, answerLines, isShareable } from "@beatpass/messages";
import type { Command } from "./command.ts";

/** The commands that the server answers, each with its question as it was asked. */
export const answeredCommands: readonly Command[] = Object.values(ANSWERED).map(answered);

function answered(data: AnsweredCommandData): Command {
  return {
    ...data,
    async answer({ community, user, joinedAt, options, locale, memberName }, { server, time }) {
      const asker = { user: user.id, ...(joinedAt !== undefined && { joinedAt }) };
      const answer = await server.answer(community, data.name, { ...options, ...asker });
      const member = answer.is === "unlinked-member" ? await memberName() : undefined;
      const context = {
        now: new Date(time.now()),
        hasNoList: community.platform === "slack",
        ...(member !== undefined && { member }),
      };
      return { lines: answerLines(answer, locale, context), shareable: data.shareable && isShareable(answer) };
    },
  };
}
