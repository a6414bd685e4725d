import { useEffect, useId, useRef } from "preact/hooks";
import { send } from "../messaging/send.ts";
import { SubjectAnswer } from "../ui/subject/subject-answer.tsx";
import { useInsights } from "../ui/subject/use-insights.ts";
import { t } from "../ui/translate.ts";
import type { Found } from "./read-page.ts";

type Props = { found: Found; onClose: () => void };

/** The panel at the page's edge: one subject's figures of this year, or why they cannot be shown and what to do. */
export function InsightsPanel({ found, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const heading = useId();
  const { answer, ask } = useInsights(found.subject);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  return (
    <>
      <button type="button" class="backdrop" tabIndex={-1} aria-hidden="true" onClick={onClose} />
      <section ref={panel} class="panel" role="dialog" tabIndex={-1} aria-labelledby={heading} aria-busy={!answer}>
        <header>
          <h2 id={heading}>{t(`panel.title.${found.subject.kind}`)}</h2>
          {__SIDE_PANEL_FROM_PAGE__ && (
            <button
              type="button"
              class="icon beside"
              {...named("panel.beside")}
              onClick={() => void send({ type: "side.open" })}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path class="stroke" d="M3 3h10v10H3zM9.5 3v10" />
              </svg>
            </button>
          )}
          <button type="button" class="icon" {...named("panel.close")} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path class="stroke" d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </header>
        <div class="content">
          <SubjectAnswer found={found} answer={answer} onRetry={ask} />
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

const named = (key: "panel.beside" | "panel.close") => ({ "aria-label": t(key), title: t(key) });
