import {
  ANSWERED_COMMANDS,
  Answer,
  AnswerQuery,
  CommunityRef,
  Suggestions,
  SuggestionsQuery,
} from "@beatpass/shared/contracts";
import { z } from "zod";
import { type Api, answers, route } from "../http/api.ts";
import type { Writer } from "../writer/index.ts";
import { answerCommand } from "./answer-command.ts";
import type { AnswerContext } from "./asked.ts";
import { suggest } from "./suggest.ts";

/** The bots' side of commands: what is answered, and what is offered while somebody types. */
export function mountAnswers(api: Api, context: AnswerContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities/{platform}/{guildId}/answers/{command}",
      request: { params: CommunityRef.extend({ command: z.enum(ANSWERED_COMMANDS) }), query: AnswerQuery },
      responses: answers(Answer, "What a command answers a platform's user, as facts"),
      refuses: ["not_found"],
    }),
    async (c) => {
      const { user, joinedAt, ...question } = c.req.valid("query");
      return c.json(await answerCommand(context, { ...c.req.valid("param"), user, joinedAt, question }), 200);
    },
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/communities/{platform}/{guildId}/suggestions",
      request: { params: CommunityRef, query: SuggestionsQuery },
      responses: answers(Suggestions, "Names to pick from"),
      refuses: ["not_found"],
    }),
    async (c) => c.json(await suggest(context, { ...c.req.valid("param"), ...c.req.valid("query") }), 200),
  );
}
