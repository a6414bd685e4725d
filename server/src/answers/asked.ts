import type { Question } from "@beatpass/shared/contracts";
import type { CommunityRow } from "../communities/index.ts";
import type { RuledContext } from "../context.ts";

/** A question as it reaches a command's verb: where it is asked, and which producer the asker is linked to. */
export type Asked = { community: CommunityRow; me: string | undefined; question: Question };

export type AnswerContext = RuledContext & {
  /** Begins the ways on; absent while it is loopback: nobody else could follow them. */
  publicUrl: string | undefined;
  refreshMinutes: number;
};
