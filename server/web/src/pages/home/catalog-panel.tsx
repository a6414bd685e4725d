import type { TrackRow } from "@beatpass/shared/contracts";
import { RULEBOOKS } from "@beatpass/shared/rules";
import { EmptyNote } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { useId, useMemo, useState } from "preact/hooks";
import { tracksQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { CatalogTable } from "./catalog-table.tsx";
import { firstOrder, sortTracks } from "./sort-tracks.ts";

const SHOWN_FIRST = 50;

/** The producer's tracks, to search and to sort. */
export function CatalogPanel() {
  const query = useQuery(tracksQuery);
  return (
    <Answer query={query} shape="list">
      {({ tracks }) => (tracks.length === 0 ? <NoTracks /> : <Catalog tracks={tracks} />)}
    </Answer>
  );
}

/** The classic rulebook's figures: what every deployment's uploads and metadata earn. */
function NoTracks() {
  const { t } = useLanguage();
  const { upload, metadata } = RULEBOOKS.classic;
  return (
    <EmptyNote
      title={t("dash.no_tracks.title")}
      body={t("dash.no_tracks.body", { uploadXp: upload, metadataXp: metadata })}
      action={{ label: t("popup.no_tracks.button"), href: "https://open.beatpass.ca" }}
    />
  );
}

function Catalog({ tracks }: { tracks: readonly TrackRow[] }) {
  const { locale, t } = useLanguage();
  const [typed, setTyped] = useState("");
  const [order, setOrder] = useState(() => firstOrder("plays"));
  const [showsAll, setShowsAll] = useState(false);
  const id = useId();
  const found = useMemo(() => sortTracks(tracks, order, typed, locale), [tracks, order, typed, locale]);
  const shown = showsAll ? found : found.slice(0, SHOWN_FIRST);
  return (
    <section class="panel catalog" aria-labelledby={`${id}-title`}>
      <div class="catalog-head">
        <h2 id={`${id}-title`}>{t("home.catalog", { count: tracks.length })}</h2>
        <label class="hidden-text" for={id}>
          {t("home.search")}
        </label>
        <input
          id={id}
          type="search"
          class="field"
          placeholder={t("home.search")}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <p class="hidden-text" role="status">
        {typed.trim() === "" ? "" : t("home.found", { count: found.length })}
      </p>
      {found.length === 0 ? (
        <p class="muted">{t("home.none_found", { typed: typed.trim() })}</p>
      ) : (
        <CatalogTable tracks={shown} order={order} onOrder={setOrder} />
      )}
      {shown.length < found.length && (
        <button type="button" class="button" onClick={() => setShowsAll(true)}>
          {t("home.show_all", { count: found.length })}
        </button>
      )}
    </section>
  );
}
