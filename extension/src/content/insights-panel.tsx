import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { InsightsAnswer } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { t } from "../ui/translate.ts";
import { PanelAnswer } from "./panel-answer.tsx";
import type { Found } from "./read-page.ts";

/** "gone": after an update of the extension this page's copy of it has nobody left to ask. */
export type PanelState = InsightsAnswer | { status: "gone" } | undefined;

type Props = { found: Found; onClose: () => void };

/** The panel at the page's edge: one track's figures of this year, or why they cannot be shown and what to do. */
export function InsightsPanel({ found, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  const [answer, setAnswer] = useState<PanelState>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    let left = false;
    const take = (taken: PanelState) => left || setAnswer(taken);
    setAnswer(undefined);
    send({ type: "insights.read", subject: found.subject }).then(take, () => take({ status: "gone" }));
    return () => {
      left = true;
    };
  }, [found, attempt]);

  return (
    <>
      <button type="button" class="backdrop" tabIndex={-1} aria-hidden="true" onClick={onClose} />
      <section ref={panel} class="panel" role="dialog" tabIndex={-1} aria-labelledby={heading} aria-busy={!answer}>
        <header>
          <h2 id={heading}>{t(`panel.title.${found.subject.kind}`)}</h2>
          <button type="button" class="close" aria-label={t("panel.close")} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path class="stroke" d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </header>
        <div class="content">
          <PanelAnswer found={found} answer={answer} onRetry={() => setAttempt(attempt + 1)} />
        </div>
        {answer?.status === "ok" && (
          <footer>
            <button
              type="button"
              class="bp-button"
              onClick={() => void send({ type: "insights.open", subject: found.subject })}
            >
              {t("panel.open_full")}
            </button>
          </footer>
        )}
      </section>
    </>
  );
}
