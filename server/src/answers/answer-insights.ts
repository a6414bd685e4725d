import type { Answer } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { dayOf, isoDate, presetRange } from "@beatpass/shared/metrics";
import { producerIsDemo } from "../communities/index.ts";
import { readInsights } from "../insights/index.ts";
import type { AnswerContext, Asked } from "./asked.ts";
import { ownTracksCalled } from "./own-tracks.ts";

/** The last 30 days of one of the asker's own tracks; anybody else's is answered like one that does not exist. */
export async function answerInsights(context: AnswerContext, { me, question }: Asked): Promise<Answer> {
  if (me === undefined) return { is: "unlinked" };
  const [track] = await ownTracksCalled(context.db, me, question.track ?? "", 1);
  if (!track) return { is: "no-insights" };
  const today = dayOf(context.clock.now());
  const { from, to } = presetRange("30d", today, today);
  const subject = { kind: "track" as const, id: track.id };
  const range = { from: isoDate(from), to: isoDate(to) };
  const {
    listeners: _nobody,
    previousRange: _before,
    tracks: _none,
    ...insights
  } = await readInsights(context, { producerId: me, seesAll: false }, subject, range);
  return {
    is: "insights",
    insights,
    demo: await producerIsDemo(context.db, me),
    asOf: insights.asOf,
    ...(context.publicUrl !== undefined && { url: `${context.publicUrl}${insightsPath(subject)}` }),
  };
}
