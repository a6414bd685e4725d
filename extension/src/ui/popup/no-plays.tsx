import type { Dashboard } from "@beatpass/shared/contracts";
import { METADATA_XP_FIELDS } from "@beatpass/shared/metrics";
import type { Figures } from "../../messaging/view.ts";
import { locale, t } from "../translate.ts";

/** Tracks, and no play yet: when the first ones show, and what earns XP meanwhile. */
export function NoPlays({ waiting, rules }: { waiting: Figures["waiting"]; rules: Dashboard["rules"] }) {
  const missing = METADATA_XP_FIELDS.filter((field) => waiting?.missing.includes(field));
  const names = missing.map((field) => t(`metadata.${field}`));
  return (
    <section class="card">
      <h2>{t("popup.no_plays.title")}</h2>
      <p class="muted">
        {waiting && rules && names.length > 0
          ? t("popup.no_plays.body", {
              metadataXp: rules.metadata,
              track: waiting.title,
              missing: new Intl.ListFormat(locale, { type: "conjunction" }).format(names),
            })
          : t("insights.never_played")}
      </p>
    </section>
  );
}
