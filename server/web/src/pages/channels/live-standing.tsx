import type { Dashboard } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { formatExact, LevelRing } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { dashboardQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { useLanguage } from "../../settings/language.tsx";

/** The demo producer's level and XP, which move as things happen. */
export function LiveStanding() {
  const query = useQuery(dashboardQuery);
  return (
    <Answer query={query} shape="tiles">
      {(dashboard) => <Standing dashboard={dashboard} />}
    </Answer>
  );
}

function Standing({ dashboard: { producer, level, title, progress, xp, xpToNext, plays } }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  return (
    <div class="live">
      <LevelRing level={level} progress={progress} size={112} locale={locale} />
      <div class="live-words">
        <h2>
          <bdi>{producer.name}</bdi>
        </h2>
        <p class="muted">{title}</p>
        <div role="status">
          <p class="live-xp">
            <strong data-testid="xp">{formatExact(xp, locale)}</strong> XP
          </p>
          <p>{level < MAX_LEVEL ? t("home.to_next", { xpToNext, next: level + 1 }) : t("home.last_level")}</p>
        </div>
        <p class="muted">{t("unit.plays", { n: plays })}</p>
      </div>
    </div>
  );
}
