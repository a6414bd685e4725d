import { sinceText } from "@beatpass/messages";
import { formatWhen, InsightsView, Skeleton } from "@beatpass/ui";
import type { ComponentChildren } from "preact";
import type { Found } from "../../content/read-page.ts";
import type { KeptBecause } from "../../messaging/protocol.ts";
import { send } from "../../messaging/send.ts";
import { locale, t } from "../translate.ts";
import { CopyLinkButton } from "./copy-link-button.tsx";
import { SubjectLine } from "./subject-line.tsx";
import type { SubjectState } from "./use-insights.ts";

type DeniedArtist = Extract<SubjectState, { status: "denied" }>["artist"];
type Props = { found: Found; answer: SubjectState; onRetry: () => void };

/** What there is to show of a subject: figures, or one sentence and the one thing to do about it. */
export function SubjectAnswer({ found, answer, onRetry }: Props) {
  const retry = (
    <button type="button" class="bp-button bp-button-quiet" onClick={onRetry}>
      {t("figures.retry")}
    </button>
  );
  const pair = (label: string) => (
    <button type="button" class="bp-button" onClick={() => void send({ type: "pairing.show" })}>
      {label}
    </button>
  );
  switch (answer?.status) {
    case undefined:
      return <Skeleton shape="panel" />;
    case "ok":
      return (
        <>
          {answer.kept && (
            <div class="kept" role="status">
              <p>{explain(answer.kept)}</p>
              {retry}
            </div>
          )}
          <SubjectLine {...answer.insights} />
          <InsightsView insights={answer.insights} locale={locale} compact />
          {!answer.kept && (
            <p class="muted small">{t("answer.asof", { when: formatWhen(answer.insights.asOf, locale) })}</p>
          )}
        </>
      );
    case "denied":
      return <Denied found={found} artist={answer.artist} />;
    case "unpaired":
      return (
        <Notice title={t("panel.unpaired.title")} body={t("panel.unpaired.body")}>
          {pair(t("popup.unpaired.button"))}
        </Notice>
      );
    case "expired":
      return (
        <Notice title={t("popup.signed_out.title")} body={t("panel.expired.body")}>
          {pair(t("pair.again"))}
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

/** Not theirs to see: what everybody may know of an artist, and the ways on. */
function Denied({ found, artist }: { found: Found; artist: DeniedArtist }) {
  const { level, title } = artist ?? {};
  const known = level !== undefined && title !== undefined;
  const mayBeCredited = found.subject.kind !== "artist";
  return (
    <Notice title={t(`denied.${found.subject.kind}.title`)} body={mayBeCredited ? t("denied.track.body") : undefined}>
      {known && <p class="public">{t("denied.artist.public", { level, title })}</p>}
      <div class="ways">
        {mayBeCredited && (
          <button type="button" class="bp-button" onClick={() => void send({ type: "artists.open" })}>
            {t("denied.track.button")}
          </button>
        )}
        <CopyLinkButton found={found} />
      </div>
    </Notice>
  );
}

function explain({ why, readAt, requestId }: KeptBecause): string {
  return t(`panel.kept.${why}`, { when: sinceText(readAt, new Date(), locale), requestId: requestId ?? "–" });
}

type NoticeProps = { title: string; body?: string | undefined; children?: ComponentChildren };

const Notice = ({ title, body, children }: NoticeProps) => (
  <div class="answer-note" role="status">
    <h3>{title}</h3>
    {body && <p>{body}</p>}
    {children}
  </div>
);
