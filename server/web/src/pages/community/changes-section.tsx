import type { CommunityAdmin } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

/** Who changed what, newest first. */
export function ChangesSection({ changes }: Pick<CommunityAdmin, "changes">) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <section class="panel settings-section">
      <h2>{t("community.changes")}</h2>
      {changes.length === 0 && <p class="muted">{t("community.changes.none")}</p>}
      <ul class="settings-rows" hidden={changes.length === 0}>
        {changes.map(({ at, by, fields }) => (
          <li key={at} class="settings-row">
            <span class="settings-row-words">
              {t("community.changes.line", {
                by,
                fields: list.format(fields.map((field) => t(`community.field.${field}`))),
              })}
            </span>
            <time class="muted" dateTime={at}>
              {formatWhen(at, locale, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
