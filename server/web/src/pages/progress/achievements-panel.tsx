import { closestFirst, newestFirst } from "@beatpass/messages";
import type { AchievementState, Progress } from "@beatpass/shared/contracts";
import { ACHIEVEMENT_CATEGORIES } from "@beatpass/shared/rules";
import { MetricName } from "@beatpass/ui";
import { useLocation, useSearch } from "wouter-preact";
import { useLanguage } from "../../settings/language.tsx";
import { AchievementCard } from "./achievement-card.tsx";
import { type AchievementFilter, passesFilter, readFilter, SHOWN, writeFilter } from "./achievement-filter.ts";
import { byRarity } from "./order-achievements.ts";

/** Every achievement there is, filtered as the address says. */
export function AchievementsPanel({ progress: { achievements, counts } }: { progress: Progress }) {
  const { locale, t } = useLanguage();
  const filter = readFilter(useSearch());
  const found = achievements.filter((achievement) => passesFilter(achievement, filter));
  return (
    <section class="achievements" aria-labelledby="achievements-title">
      <div class="achievements-head">
        <h2 id="achievements-title">{t("progress.achievements")}</h2>
        <p class="muted">
          {t("progress.unlocked_here", counts)} · <MetricName slug="holders-share" locale={locale} />
        </p>
      </div>
      <Filters filter={filter} achievements={achievements} />
      <p class="hidden-text" role="status">
        {t("progress.shown", { count: found.length })}
      </p>
      {found.length === 0 && filter.shown !== "all" && <p class="muted">{t(`progress.none.${filter.shown}`)}</p>}
      {filter.shown === "unlocked" && <Cards achievements={newestFirst(found)} />}
      {filter.shown === "locked" && <Cards achievements={closestFirst(found)} />}
      {filter.shown === "all" && <ByCategory achievements={found} />}
    </section>
  );
}

function Filters({ filter, achievements }: { filter: AchievementFilter; achievements: readonly AchievementState[] }) {
  const { t } = useLanguage();
  const [path, navigate] = useLocation();
  const pick = (part: Partial<AchievementFilter>) => navigate(path + writeFilter({ ...filter, ...part }));
  const count = (shown: AchievementFilter["shown"]) =>
    achievements.filter((achievement) => passesFilter(achievement, { ...filter, shown })).length;
  return (
    <div class="achievement-filters">
      <fieldset class="chips">
        <legend class="hidden-text">{t("progress.filter")}</legend>
        {SHOWN.map((shown) => (
          <button
            key={shown}
            type="button"
            class="chip"
            aria-pressed={filter.shown === shown}
            onClick={() => pick({ shown })}
          >
            {t(`progress.show.${shown}`)} <span class="chip-count">{count(shown)}</span>
          </button>
        ))}
      </fieldset>
      <label>
        <span class="hidden-text">{t("progress.category")}</span>
        <select
          class="field small"
          value={filter.category ?? ""}
          onChange={({ currentTarget: { value } }) =>
            pick({ category: ACHIEVEMENT_CATEGORIES.find((one) => one === value) })
          }
        >
          <option value="">{t("progress.category.all")}</option>
          {ACHIEVEMENT_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {t(`achievement_category.${category}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function ByCategory({ achievements }: { achievements: readonly AchievementState[] }) {
  const { t } = useLanguage();
  const groups = Map.groupBy(achievements, ({ category }) => category);
  return ACHIEVEMENT_CATEGORIES.filter((category) => groups.has(category)).map((category) => {
    const own = groups.get(category) ?? [];
    const unlocked = own.filter(({ unlockedAt }) => unlockedAt !== undefined).length;
    return (
      <section key={category} class="achievement-group" aria-labelledby={`achievements-${category}`}>
        <div class="achievement-group-head">
          <h3 id={`achievements-${category}`}>{t(`achievement_category.${category}`)}</h3>
          <span class="muted">{t("progress.counts", { unlocked, total: own.length })}</span>
        </div>
        <Cards achievements={byRarity(own)} />
      </section>
    );
  });
}

const Cards = ({ achievements }: { achievements: readonly AchievementState[] }) => (
  <ul class="achievement-cards">
    {achievements.map((achievement) => (
      <AchievementCard key={achievement.slug} achievement={achievement} />
    ))}
  </ul>
);
