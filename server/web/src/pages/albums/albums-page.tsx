import type { AlbumRow, Session } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN, PAGES } from "@beatpass/shared/links";
import { EmptyNote, MetricName } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { useId, useMemo } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { albumsQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { PageHead } from "../../layout/page-head.tsx";
import { ListHistoryNote } from "../../layout/source/history-note.tsx";
import { useList } from "../../layout/table/use-list.ts";
import { useLanguage } from "../../settings/language.tsx";
import { AlbumTable } from "./album-table.tsx";
import { ALBUM_COLUMNS, firstOrder, sortAlbums } from "./sort-albums.ts";

/** The producer's albums with their tracks, plays and the way to their insights (spec §7). */
export function AlbumsPage({ session }: { session: Session }) {
  return session.producer ? <ProducerAlbums /> : <NoProducer session={session} />;
}

function ProducerAlbums() {
  const { t } = useLanguage();
  const query = useQuery(albumsQuery);
  return (
    <>
      <PageHead title={t("nav.albums")} asOf={query.data?.asOf} />
      <Answer query={query} shape="list">
        {({ albums, total }) =>
          total === undefined ? (
            <UntoldAlbums />
          ) : albums.length === 0 ? (
            <NoAlbums />
          ) : (
            <>
              <ListHistoryNote />
              <Albums albums={albums} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function UntoldAlbums() {
  const { t } = useLanguage();
  return (
    <EmptyNote
      title={t("albums.untold.title")}
      body={t("albums.untold.body")}
      action={{ label: t("albums.untold.button"), href: `${BEATPASS_ORIGIN}${PAGES.albums}` }}
    />
  );
}

function NoAlbums() {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  return (
    <EmptyNote
      title={t("albums.none.title")}
      body={t("albums.none.body")}
      action={{ label: t("albums.none.button"), onClick: () => navigate(PAGES.tracks) }}
    />
  );
}

function Albums({ albums }: { albums: readonly AlbumRow[] }) {
  const { locale, t } = useLanguage();
  const { order, sortBy } = useList(ALBUM_COLUMNS, "plays", firstOrder);
  const sorted = useMemo(() => sortAlbums(albums, order, locale), [albums, order, locale]);
  const id = useId();
  return (
    <section class="panel listing" aria-labelledby={id}>
      <div class="listing-head">
        <h2 id={id}>{t("albums.heading", { count: albums.length })}</h2>
        <p class="muted">
          {t("albums.own")}{" "}
          <MetricName slug="track-plays" locale={locale}>
            {t("tracks.total_plays")}
          </MetricName>{" "}
          ·{" "}
          <MetricName slug="dashboard-growth" locale={locale}>
            {t("catalog.growth")}
          </MetricName>
        </p>
      </div>
      <AlbumTable albums={sorted} order={order} onOrder={sortBy} />
    </section>
  );
}
