import { type Activity, DOWNLOAD_RANGES, type DownloadRange, type DownloadRow } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN, insightsPath, PAGES } from "@beatpass/shared/links";
import { EmptyNote, Figure, formatCount, formatDate, formatExact, MetricName } from "@beatpass/ui";
import { useId } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { useLanguage } from "../../settings/language.tsx";
import { DownloadList } from "./download-list.tsx";

type Props = {
  downloads: Activity["downloads"];
  rows: readonly DownloadRow[];
  range: DownloadRange;
  onRange: (range: DownloadRange) => void;
  /** The figures are those of the range before; the wanted ones are on their way. */
  isWaiting: boolean;
  older: { isThere: boolean; isOnItsWay: boolean; isFailed: boolean; fetch: () => void };
};

/** Licensed downloads of a range: how many, by how many, of which most, and the latest (spec §7). */
export function DownloadsPanel({ downloads, rows, range, onRange, isWaiting, older }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const { total, users } = downloads;
  const isTold = total !== undefined && users !== undefined;
  return (
    <section class="panel downloads" aria-labelledby={id}>
      <div class="listing-head">
        <h2 id={id}>{t("activity.downloads")}</h2>
        {isTold && (
          <fieldset class="range-presets">
            <legend class="hidden-text">{t("activity.downloads.range")}</legend>
            {DOWNLOAD_RANGES.map((one) => (
              <button key={one} type="button" class="chip" aria-pressed={one === range} onClick={() => onRange(one)}>
                {t(`activity.range.${one}`)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <div class={isWaiting ? "downloads-body waiting" : "downloads-body"} aria-busy={isWaiting}>
        {!isTold ? (
          <UntoldDownloads />
        ) : total === 0 ? (
          <NoDownloads range={downloads.range} onWiden={() => onRange("all")} />
        ) : (
          <>
            <DownloadFigures downloads={{ ...downloads, total, users }} />
            <DownloadList rows={rows} older={older} />
          </>
        )}
      </div>
    </section>
  );
}

/** It is not known that there are none. */
function UntoldDownloads() {
  const { t } = useLanguage();
  return (
    <div class="downloads-none">
      <p class="muted">{t("activity.untold")}</p>
      <a class="button small" href={`${BEATPASS_ORIGIN}${PAGES.activity}`} target="_blank" rel="noreferrer">
        {t("activity.untold.button")}
      </a>
    </div>
  );
}

type Told = Props["downloads"] & { total: number; users: number };

function DownloadFigures({ downloads: { from, total, users, topTrack } }: { downloads: Told }) {
  const { locale, t } = useLanguage();
  return (
    <div class="download-figures">
      <Figure
        label={
          <MetricName slug="downloads" locale={locale}>
            {t("activity.downloads")}
          </MetricName>
        }
        value={formatCount(total, locale)}
        exact={formatExact(total, locale)}
        hint={
          from === undefined
            ? t("activity.downloads.ever")
            : t("activity.downloads.since", { from: formatDate(from, locale) })
        }
      />
      <Figure
        label={
          <MetricName slug="unique-downloaders" locale={locale}>
            {t("activity.users")}
          </MetricName>
        }
        value={formatCount(users, locale)}
        exact={formatExact(users, locale)}
        hint={t("activity.users.hint")}
      />
      {topTrack && (
        <dl class="bp-figure">
          <dt class="bp-figure-label">
            <MetricName slug="downloads" locale={locale}>
              {t("activity.top")}
            </MetricName>
          </dt>
          <dd class="download-top">
            <Link href={insightsPath({ kind: "track", id: topTrack.id })} className="titled-title">
              <bdi>{topTrack.title}</bdi>
            </Link>
          </dd>
          <dd class="bp-figure-hint">{t("activity.top.hint", { downloads: topTrack.downloads })}</dd>
        </dl>
      )}
    </div>
  );
}

function NoDownloads({ range, onWiden }: { range: DownloadRange; onWiden: () => void }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  if (range !== "all") {
    return (
      <div class="downloads-none">
        <p class="muted">{t("dash.no_downloads")}</p>
        <button type="button" class="button small" onClick={onWiden}>
          {t("activity.widen")}
        </button>
      </div>
    );
  }
  return (
    <EmptyNote
      title={t("activity.none_ever.title")}
      body={t("activity.none_ever.body")}
      action={{ label: t("albums.none.button"), onClick: () => navigate(PAGES.tracks) }}
    />
  );
}
