import type { Dashboard } from "@beatpass/shared/contracts";
import { Figure, formatChange, formatCount, formatExact } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** The figures that spec §7 names, each with its exact value on hover. */
export function FigureTiles({ dashboard }: { dashboard: Dashboard }) {
  const { locale, t } = useLanguage();
  const count = (label: string, value: number) => (
    <Figure label={label} value={formatCount(value, locale)} exact={formatExact(value, locale)} />
  );
  const { growthRate, level, title } = dashboard;
  return (
    <section class="tiles" aria-label={t("home.totals")}>
      {count(t("home.plays"), dashboard.plays)}
      {count(t("home.tracks"), dashboard.tracks)}
      {count(t("home.followers"), dashboard.followers)}
      <Figure
        label={t("home.growth")}
        missing={t("home.growth.missing")}
        {...(growthRate !== undefined && { value: formatChange(growthRate, locale) })}
        hint={t("home.growth.hint")}
      />
      {count(t("home.albums"), dashboard.albums)}
      {count(t("home.downloads"), dashboard.downloads)}
      <Figure label={t("home.level")} value={String(level)} hint={title} />
    </section>
  );
}
