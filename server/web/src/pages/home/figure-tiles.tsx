import type { Dashboard } from "@beatpass/shared/contracts";
import type { MetricSlug } from "@beatpass/shared/metrics";
import { Figure, formatChange, formatCount, formatExact, formatRise, MetricName } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";
import { levelArithmetic } from "../progress/arithmetic.ts";
import { growthArithmetic } from "./growth-arithmetic.ts";

/** The figures that spec §7 names, each with its exact value on hover. */
export function FigureTiles({ dashboard }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  const named = (slug: MetricSlug, name: string, numbers?: string[]) => (
    <MetricName slug={slug} locale={locale} numbers={numbers}>
      {name}
    </MetricName>
  );
  const count = (slug: MetricSlug, name: string, value: number | undefined) => (
    <Figure
      label={named(slug, name)}
      missing={t("figures.not_told")}
      {...(value !== undefined && { value: formatCount(value, locale), exact: formatExact(value, locale) })}
    />
  );
  const { growthRate, level, title } = dashboard;
  return (
    <section class="tiles" aria-label={t("home.totals")}>
      {count("total-plays", t("home.plays"), dashboard.plays)}
      {count("total-tracks", t("home.tracks"), dashboard.tracks)}
      {count("followers", t("home.followers"), dashboard.followers)}
      <Figure
        label={named("dashboard-growth", t("home.growth"), growthArithmetic(dashboard, locale))}
        missing={t("home.growth.missing")}
        {...(growthRate !== undefined && {
          value: formatRise(growthRate, locale),
          exact: formatChange(growthRate, locale),
        })}
        hint={t("home.growth.hint")}
      />
      {count("albums", t("home.albums"), dashboard.albums)}
      {count("downloads", t("home.downloads"), dashboard.downloads)}
      <Figure
        label={named("level", t("home.level"), levelArithmetic(dashboard, locale))}
        value={String(level)}
        hint={title}
      />
    </section>
  );
}
