import { InsightsView, Skeleton } from "@beatpass/ui";
import type { ComponentChildren } from "preact";
import { send } from "../messaging/send.ts";
import { locale, t } from "../ui/translate.ts";
import { CopyLinkButton } from "./copy-link-button.tsx";
import type { PanelState } from "./insights-panel.tsx";
import type { Found } from "./read-page.ts";
import { SubjectLine } from "./subject-line.tsx";

type Props = { found: Found; answer: PanelState; onRetry: () => void };

/** What the panel holds: figures, or one sentence and the one thing to do about it. */
export function PanelAnswer({ found, answer, onRetry }: Props) {
  const retry = (
    <button type="button" class="bp-button bp-button-quiet" onClick={onRetry}>
      {t("figures.retry")}
    </button>
  );
  switch (answer?.status) {
    case undefined:
      return <Skeleton shape="panel" />;
    case "ok":
      return (
        <>
          <SubjectLine {...answer.insights} />
          <InsightsView insights={answer.insights} locale={locale} compact />
        </>
      );
    case "denied":
      return (
        <Notice title={t(`denied.${found.subject.kind}.title`)} body={t("denied.track.body")}>
          <CopyLinkButton found={found} />
        </Notice>
      );
    case "unpaired":
      return (
        <Notice title={t("panel.unpaired.title")} body={t("panel.unpaired.body")}>
          <button type="button" class="bp-button" onClick={() => void send({ type: "pairing.show" })}>
            {t("popup.unpaired.button")}
          </button>
        </Notice>
      );
    case "offline":
    case "unreachable":
      return <Notice title={t(`panel.${answer.status}`)}>{retry}</Notice>;
    case "failed":
      return <Notice title={t("panel.failed", { requestId: answer.requestId ?? "–" })}>{retry}</Notice>;
    case "gone":
      return <Notice title={t("panel.gone")} />;
  }
}

type NoticeProps = { title: string; body?: string; children?: ComponentChildren };

const Notice = ({ title, body, children }: NoticeProps) => (
  <div class="notice" role="status">
    <h3>{title}</h3>
    {body && <p>{body}</p>}
    {children}
  </div>
);
