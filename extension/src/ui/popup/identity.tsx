import type { Dashboard } from "@beatpass/shared/contracts";
import { LevelRing } from "@beatpass/ui";
import { locale, t } from "../translate.ts";

/** Who it is, at which level, and how far from the next. */
export function Identity({ dashboard }: { dashboard: Dashboard }) {
  const { producer, basis, level, title, progress, xpToNext } = dashboard;
  const way = xpToNext > 0 ? t("popup.to_next", { xpToNext, next: level + 1 }) : undefined;
  return (
    <header class="identity">
      <LevelRing level={level} progress={progress} locale={locale} size={64} />
      <div>
        <h1 dir="auto" title={producer.name}>
          {producer.name}
        </h1>
        <p>{title}</p>
        <p class="muted">{[way, basis === "reported" && t("announce.reported")].filter(Boolean).join(" · ")}</p>
      </div>
    </header>
  );
}
