import type { Session } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { progressQuery } from "../../api/queries.ts";
import { Age } from "../../layout/age.tsx";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { AchievementsPanel } from "./achievements-panel.tsx";
import { ClosestPanel } from "./closest-panel.tsx";
import { LevelPanel } from "./level-panel.tsx";
import { XpSources } from "./xp-sources.tsx";
import "./progress.css";

/** Level, XP and where it came from, and every achievement with what it takes (spec §7). */
export function ProgressPage({ session }: { session: Session }) {
  return session.producer ? <ProducerProgress /> : <NoProducer session={session} />;
}

function ProducerProgress() {
  const { t } = useLanguage();
  usePageTitle(t("nav.progress"));
  const query = useQuery(progressQuery);
  return (
    <>
      <div class="page-head">
        <h1>{t("nav.progress")}</h1>
        {query.data && <Age asOf={query.data.asOf} />}
      </div>
      <Answer query={query} shape="panel">
        {(progress) => (
          <>
            <div class="progress-top">
              <LevelPanel progress={progress} />
              <XpSources progress={progress} />
            </div>
            <ClosestPanel progress={progress} />
            <AchievementsPanel progress={progress} />
          </>
        )}
      </Answer>
    </>
  );
}
