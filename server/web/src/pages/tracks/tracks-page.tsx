import type { Session, TrackRow } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { useId, useMemo, useState } from "preact/hooks";
import { tracksQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { NoTracks } from "../../layout/no-tracks.tsx";
import { PageHead } from "../../layout/page-head.tsx";
import { ListHistoryNote } from "../../layout/source/history-note.tsx";
import { useList } from "../../layout/table/use-list.ts";
import { useLanguage } from "../../settings/language.tsx";
import { CatalogFigures } from "./catalog-figures.tsx";
import { firstOrder, sortTracks, TRACK_COLUMNS } from "./sort-tracks.ts";
import { TrackTable } from "./track-table.tsx";
import "./tracks.css";

const SHOWN_FIRST = 50;

/** The whole catalog, to search and to sort (spec §7). */
export function TracksPage({ session }: { session: Session }) {
  return session.producer ? <ProducerTracks /> : <NoProducer session={session} />;
}

function ProducerTracks() {
  const { t } = useLanguage();
  const query = useQuery(tracksQuery);
  return (
    <>
      <PageHead title={t("nav.tracks")} asOf={query.data?.asOf} />
      <Answer query={query} shape="table">
        {({ tracks }) => (tracks.length === 0 ? <NoTracks /> : <Catalog tracks={tracks} />)}
      </Answer>
    </>
  );
}

function Catalog({ tracks }: { tracks: readonly TrackRow[] }) {
  const { locale, t } = useLanguage();
  const { typed, order, setTyped, sortBy } = useList(TRACK_COLUMNS, "plays", firstOrder);
  const [showsAll, setShowsAll] = useState(false);
  const id = useId();
  const found = useMemo(() => sortTracks(tracks, order, typed, locale), [tracks, order, typed, locale]);
  const shown = showsAll ? found : found.slice(0, SHOWN_FIRST);
  return (
    <>
      <CatalogFigures tracks={tracks} />
      <ListHistoryNote />
      <section class="panel listing" aria-labelledby={`${id}-title`}>
        <div class="listing-head">
          <h2 id={`${id}-title`}>{t("tracks.heading", { count: tracks.length })}</h2>
          <label class="hidden-text" for={id}>
            {t("tracks.search")}
          </label>
          <input
            id={id}
            type="search"
            class="field"
            placeholder={t("tracks.search")}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <p class="hidden-text" role="status">
          {typed.trim() === "" ? "" : t("tracks.found", { count: found.length })}
        </p>
        {found.length === 0 ? (
          <p class="listing-none muted">
            {t("tracks.none_found", { typed: typed.trim() })}{" "}
            <button type="button" class="text-button" onClick={() => setTyped("")}>
              {t("tracks.clear")}
            </button>
          </p>
        ) : (
          <TrackTable tracks={shown} order={order} onOrder={sortBy} />
        )}
        {shown.length < found.length && (
          <button type="button" class="button" onClick={() => setShowsAll(true)}>
            {t("catalog.show_all", { count: found.length })}
          </button>
        )}
      </section>
    </>
  );
}
