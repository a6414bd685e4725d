import type { Found } from "../../content/read-page.ts";
import { send } from "../../messaging/send.ts";
import { SiteNotice } from "../site-notice.tsx";
import type { Known } from "../start-page.tsx";
import { SubjectAnswer } from "../subject/subject-answer.tsx";
import { useInsights } from "../subject/use-insights.ts";
import { t } from "../translate.ts";
import { useServer } from "../use-server.ts";
import { useView } from "../use-view.ts";
import { OwnOverview } from "./own-overview.tsx";
import { useFollowed } from "./use-followed.ts";

/** Beside the site: what the page speaks of or what was last right-clicked on it; without either, one's own figures. */
export function SidePanel(stored: Known) {
  const view = useView(stored.view);
  const server = useServer(stored.server);
  const { page, picked, leavePicked } = useFollowed();
  const shown = picked ?? page;
  const isAside = picked !== undefined && nameOf(picked) !== nameOf(page);
  return (
    <>
      <SiteNotice />
      {shown ? (
        <>
          {isAside && (
            <p class="picked">
              <span>{t("side.picked")}</span>
              <button type="button" class="quiet" onClick={leavePicked}>
                {t("side.back")}
              </button>
            </p>
          )}
          <SubjectSection key={`${nameOf(shown)} ${view.connection}`} found={shown} />
        </>
      ) : (
        <>
          <section class="card nothing">
            <h1>{t("side.nothing.title")}</h1>
            <p class="muted">{t("side.nothing.body")}</p>
          </section>
          <OwnOverview view={view} server={server} />
        </>
      )}
    </>
  );
}

const nameOf = (found: Found | undefined) => found && `${found.subject.kind} ${found.subject.id}`;

function SubjectSection({ found }: { found: Found }) {
  const { answer, ask } = useInsights(found.subject);
  const title = t(`panel.title.${found.subject.kind}`);
  return (
    <section class="about" aria-label={title} aria-busy={!answer}>
      <h2>{title}</h2>
      <SubjectAnswer found={found} answer={answer} onRetry={ask} />
      {answer?.status === "ok" && (
        <button
          type="button"
          class="bp-button"
          onClick={() => void send({ type: "insights.open", subject: found.subject })}
        >
          {t("panel.open_full")}
        </button>
      )}
    </section>
  );
}
