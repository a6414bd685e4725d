import type { TrackRow } from "@beatpass/shared/contracts";
import { growthRate, METADATA_FIELDS, type MetricSlug } from "@beatpass/shared/metrics";
import { Figure, formatCount, formatExact, formatPercent, formatRise, MetricName } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** The catalog as a whole: tracks, plays, the last 30 days, and how complete its metadata are on average (spec §6). */
export function CatalogFigures({ tracks }: { tracks: readonly TrackRow[] }) {
  const { locale, t } = useLanguage();
  const sum = (of: (track: TrackRow) => number) => tracks.reduce((total, track) => total + of(track), 0);
  const [plays, recent] = [sum((track) => track.plays), sum(({ plays30d }) => plays30d)];
  // Known of some tracks alone, the days before are no measure for all of them.
  const isKnown = tracks.every(({ previousPlays30d }) => previousPlays30d !== undefined);
  const growth = isKnown
    ? growthRate(
        recent,
        sum(({ previousPlays30d }) => previousPlays30d ?? 0),
      )
    : undefined;
  const complete = sum(({ metadataFilled }) => metadataFilled) / (tracks.length * METADATA_FIELDS.length);
  const lacking = tracks.filter(({ missingMetadata }) => missingMetadata.length > 0).length;
  const named = (slug: MetricSlug, name: string) => (
    <MetricName slug={slug} locale={locale}>
      {name}
    </MetricName>
  );
  return (
    <section class="tiles four" aria-label={t("tracks.figures")}>
      <Figure
        label={named("total-tracks", t("tracks.count"))}
        value={formatCount(tracks.length, locale)}
        exact={formatExact(tracks.length, locale)}
      />
      <Figure
        label={named("total-plays", t("tracks.total_plays"))}
        value={formatCount(plays, locale)}
        exact={formatExact(plays, locale)}
      />
      <Figure
        label={named("dashboard-growth", t("home.last30"))}
        value={formatCount(recent, locale)}
        exact={formatExact(recent, locale)}
        {...(growth === undefined
          ? { hint: t(isKnown ? "catalog.growth.missing" : "catalog.growth.unknown") }
          : {
              change: {
                text: t("home.last30.change", { change: formatRise(growth, locale) }),
                tone: growth > 0 ? "good" : growth < 0 ? "bad" : "flat",
              },
            })}
      />
      <Figure
        label={named("metadata-completeness", t("tracks.metadata_mean"))}
        value={formatPercent(complete, locale)}
        hint={t("tracks.metadata_mean.hint", { count: lacking })}
      />
    </section>
  );
}
