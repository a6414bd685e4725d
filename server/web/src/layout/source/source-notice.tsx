import type { SourceNotice } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { Link } from "wouter-preact";
import { useLanguage } from "../../settings/language.tsx";
import { TokenWords } from "./token-words.tsx";
import "./source.css";

/** What the connection with BeatPass wants its producer to know, above the figures that depend on it. */
export function SourceNoticeBar({ notice }: { notice: SourceNotice }) {
  const { t } = useLanguage();
  if (notice.kind === "first-read") {
    const { done, total } = notice;
    return (
      <section class="panel source-notice" role="status">
        <p>{total === undefined ? t("connect.reading.open", { done }) : t("dash.first_sync", { done, total })}</p>
        <Link href={PAGES.connect} className="button small">
          {t("connect.title")}
        </Link>
      </section>
    );
  }
  return (
    <section class="panel source-notice warns">
      <TokenWords
        token={
          notice.kind === "token-soon"
            ? { state: "soon", days: notice.days }
            : { state: notice.kind === "token-ended" ? "ended" : "refused", days: 0 }
        }
        figuresFrom={notice.kind === "token-ended" ? notice.figuresFrom : undefined}
      />
      <Link href={PAGES.connect} className="button">
        {t("token.soon.button")}
      </Link>
    </section>
  );
}
