import type { BeatPassConnection } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { useNow } from "../use-now.ts";

type Props = { token: Pick<BeatPassConnection["token"], "state" | "days">; figuresFrom: string | undefined };

/** What a token that needs its producer has to say. */
export function TokenWords({ token: { state, days }, figuresFrom }: Props) {
  const { locale, t } = useLanguage();
  const now = useNow();
  if (state === "soon") return <Words title={t("token.soon.title", { days })} body={t("token.soon.body")} />;
  if (state === "ended") {
    const when = figuresFrom === undefined ? "–" : formatWhen(figuresFrom, locale, now);
    return <Words title={t("token.ended.title")} body={t("token.ended.body", { when })} />;
  }
  if (state === "no-upload") return <Words title={t("token.refused.title")} body={t("token.no_upload")} />;
  return <Words title={t("token.refused.title")} body={t("token.refused.body")} />;
}

const Words = ({ title, body }: { title: string; body: string }) => (
  <div class="token-words">
    <h3>{title}</h3>
    <p class="muted">{body}</p>
  </div>
);
