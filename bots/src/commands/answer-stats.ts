import type { StatsAnswer } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import type { CommunityAddress, ServerApi, StatsQuestion } from "../server-api/server-api.ts";
import { ServerError } from "../server-api/server-error.ts";
import type { Time } from "../time.ts";

/** The answer as data, for both platforms; "down" names the request for whoever reads the log. */
export type StatsReply = { is: "answer"; answer: StatsAnswer } | { is: "down"; requestId: string };

/** Answers `/beatpass stats`, whatever state the server is in. */
export async function answerStats(
  { server, time, log }: { server: ServerApi; time: Time; log: Log },
  community: CommunityAddress,
  question: StatsQuestion,
): Promise<StatsReply> {
  const startedAt = time.now();
  const line = { event: "command", command: "stats" };
  try {
    const answer = await server.stats(community, question);
    log.info({ ...line, outcome: answer.status, ms: time.now() - startedAt });
    return { is: "answer", answer };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    const { requestId } = error;
    log.warn({ ...line, outcome: "down", requestId, ms: time.now() - startedAt }, error.message);
    return { is: "down", requestId };
  }
}
