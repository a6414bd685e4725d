import type { SubjectRef } from "@beatpass/shared/links";
import { useEffect, useState } from "preact/hooks";
import type { InsightsAnswer } from "../../messaging/protocol.ts";
import { send } from "../../messaging/send.ts";

/** "gone": after an update of the extension this page's copy of it has nobody left to ask. Undefined while asking. */
export type SubjectState = InsightsAnswer | { status: "gone" } | undefined;

/** The insights of a subject as the background answers, and the way to ask again. */
export function useInsights({ kind, id }: SubjectRef): { answer: SubjectState; ask: () => void } {
  const [answer, setAnswer] = useState<SubjectState>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    const take = (taken: SubjectState) => left || setAnswer(taken);
    setAnswer(undefined);
    send({ type: "insights.read", subject: { kind, id } }).then(take, () => take({ status: "gone" }));
    return () => {
      left = true;
    };
  }, [kind, id, attempt]);
  return { answer, ask: () => setAttempt(attempt + 1) };
}
