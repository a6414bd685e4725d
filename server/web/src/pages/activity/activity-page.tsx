import { DOWNLOAD_RANGES, type DownloadRange, type Session } from "@beatpass/shared/contracts";
import { useInfiniteQuery } from "@tanstack/preact-query";
import { useLocation, useSearch } from "wouter-preact";
import { activityQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { PageHead } from "../../layout/page-head.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { DownloadsPanel } from "./downloads-panel.tsx";
import { UploadsPanel } from "./uploads-panel.tsx";
import "./activity.css";

const DEFAULT: DownloadRange = "30d";

/** What the producer put out, and what was taken from it (spec §7). */
export function ActivityPage({ session }: { session: Session }) {
  return session.producer ? <ProducerActivity /> : <NoProducer session={session} />;
}

function ProducerActivity() {
  const { t } = useLanguage();
  const [path, navigate] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get("downloads");
  const range = DOWNLOAD_RANGES.find((one) => one === wanted) ?? DEFAULT;
  const query = useInfiniteQuery(activityQuery(range));
  const onRange = (picked: DownloadRange) =>
    navigate(picked === DEFAULT ? path : `${path}?downloads=${picked}`, { replace: true });
  const older = {
    isThere: query.hasNextPage,
    isOnItsWay: query.isFetchingNextPage,
    isFailed: query.isFetchNextPageError,
    fetch: () => void query.fetchNextPage(),
  };
  return (
    <>
      <PageHead title={t("nav.activity")} asOf={query.data?.pages[0]?.asOf} />
      {/* Older downloads that cannot be read are told where they were asked for. */}
      <Answer query={{ ...query, isError: query.isError && !query.isFetchNextPageError }} shape="calendar">
        {({ pages: [first, ...others] }) =>
          first && (
            <>
              <UploadsPanel activity={first} />
              <DownloadsPanel
                downloads={first.downloads}
                rows={[first, ...others].flatMap(({ downloads }) => downloads.recent)}
                range={range}
                onRange={onRange}
                isWaiting={query.isPlaceholderData}
                older={older}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}
