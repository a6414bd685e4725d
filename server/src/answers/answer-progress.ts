import type { Answer } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { producerIsDemo } from "../communities/index.ts";
import { readProgress } from "../progress/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";

/** One's own level, XP and achievements; for `/beatpass progress` and `/beatpass achievements`. */
export const answerProgress =
  (is: "progress" | "achievements") =>
  async (context: AnswerContext, { me }: Asked): Promise<Answer> => {
    if (me === undefined) return { is: "unlinked" };
    const progress = await readProgress(context, me);
    return {
      is,
      progress,
      demo: await producerIsDemo(context.db, me),
      asOf: progress.asOf,
      ...(context.publicUrl !== undefined && { url: `${context.publicUrl}${PAGES.progress}` }),
    };
  };
