import { CHAT_PLATFORMS, type Session } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { channelsQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { Answer } from "../../layout/answer.tsx";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { NotFoundPage } from "../not-found-page.tsx";
import { ChatPane } from "./chat-pane.tsx";
import { DemoControls } from "./demo-controls.tsx";
import { LiveStanding } from "./live-standing.tsx";
import "./channels.css";
import "./chat.css";

/** What the demo community's channels hear, from the real ledger, outbox and renderers. */
export function ChannelsPage({ session }: { session: Session }) {
  const { t } = useLanguage();
  usePageTitle(t("nav.channels"));
  const query = useQuery(channelsQuery);
  if (query.error instanceof ServerProblem && query.error.code === "not_found") return <NotFoundPage />;
  return (
    <>
      <div class="channels-head">
        <h1>{t("nav.channels")}</h1>
        <p class="muted">{t("channels.what")}</p>
      </div>
      <Answer query={query} shape="panel">
        {(channels) => (
          <div class="channels">
            <section class="panel channels-actions" aria-label={t("channels.actions")}>
              {session.producer?.id === channels.producerId && <LiveStanding />}
              <DemoControls channels={channels} />
            </section>
            {CHAT_PLATFORMS.map((platform) => (
              <ChatPane
                key={platform}
                platform={platform}
                messages={channels.messages.filter((message) => message.platform === platform)}
              />
            ))}
          </div>
        )}
      </Answer>
    </>
  );
}
