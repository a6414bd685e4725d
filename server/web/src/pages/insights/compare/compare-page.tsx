import type { ReleaseCurve, Session } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { Link, useLocation } from "wouter-preact";
import { releaseCurveQuery } from "../../../api/queries.ts";
import { ServerProblem } from "../../../api/server-problem.ts";
import { Age } from "../../../layout/age.tsx";
import { Answer, type Read } from "../../../layout/answer.tsx";
import { BackIcon } from "../../../layout/icons.tsx";
import { usePageTitle } from "../../../layout/use-page-title.ts";
import { useLanguage } from "../../../settings/language.tsx";
import { NotForYou } from "../not-for-you.tsx";
import { ComparedTrack } from "./compared-track.tsx";
import { Comparison } from "./comparison.tsx";
import { OtherTrack } from "./other-track.tsx";
import "./compare.css";

/**
 * Two tracks aligned by release age; the address names both.
 * @param otherId the second track; empty while none is chosen
 */
export function ComparePage({ id, otherId, session }: { id: string; otherId: string; session: Session }) {
  const { t } = useLanguage();
  usePageTitle(t("compare.title"));
  const [, navigate] = useLocation();
  const first = useQuery(releaseCurveQuery(id));
  const second = useQuery({ ...releaseCurveQuery(otherId), enabled: otherId !== "" });
  if (isNotFound(first.error)) return <NotForYou subject={{ kind: "track", id }} />;
  const href = insightsPath({ kind: "track", id });
  return (
    <>
      <div class="insights-head">
        <Link href={href} className="back-link">
          <BackIcon />
          <bdi>{first.data?.track.title ?? t("menu.insights")}</bdi>
        </Link>
        <div class="page-head">
          <h1>{t("compare.title")}</h1>
          {first.data && <Age asOf={first.data.asOf} />}
        </div>
        <p class="muted">{t("compare.what")}</p>
      </div>
      <Answer query={together(first, second)} shape="panel">
        {(one) => (
          <>
            <div class="panel compared">
              <ComparedTrack curve={one} look="line" />
              <OtherTrack
                id={id}
                otherId={otherId}
                session={session}
                onChoose={(chosen, options) => navigate(`${href}?${new URLSearchParams({ compare: chosen })}`, options)}
              >
                {second.data && <ComparedTrack curve={second.data} look="dashed" />}
              </OtherTrack>
            </div>
            {otherId !== "" && <Both one={one} second={second} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Both({ one, second }: { one: ReleaseCurve; second: Read<ReleaseCurve> }) {
  const { t } = useLanguage();
  if (isNotFound(second.error)) return <p class="panel muted">{t("compare.not_found")}</p>;
  // That it is old is told above, for both at once.
  if (second.data) return <Comparison key={`${one.track.id} ${second.data.track.id}`} curves={[one, second.data]} />;
  return (
    <Answer query={second} shape="panel">
      {() => null}
    </Answer>
  );
}

/** The first curve, old as soon as one of the two is; read anew together. */
const together = (first: Read<ReleaseCurve>, second: Read<ReleaseCurve>): Read<ReleaseCurve> => ({
  ...first,
  isError: first.isError || (second.data !== undefined && second.isError),
  refetch: () => Promise.all([first.refetch(), second.refetch()]),
});

const isNotFound = (error: Error | null): boolean => error instanceof ServerProblem && error.code === "not_found";
