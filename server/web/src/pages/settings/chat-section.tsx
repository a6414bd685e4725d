import { useQuery } from "@tanstack/preact-query";
import { identitiesQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";
import { IdentityRow } from "./chat/identity-row.tsx";
import { LinkCodePanel } from "./chat/link-code-panel.tsx";

export const chatSection: Section = {
  id: "chat",
  name: "settings.chat",
  needs: "producer",
  Body: ChatLinks,
};

/** The code to type in Discord or Slack, and who is linked. */
function ChatLinks() {
  const { t } = useLanguage();
  const query = useQuery(identitiesQuery);
  return (
    <>
      <LinkCodePanel />
      <div class="settings-part">
        <h3>{t("settings.chat.linked")}</h3>
        <Answer query={query} shape="list">
          {({ identities }) =>
            identities.length === 0 ? (
              <p class="muted">{t("settings.chat.none")}</p>
            ) : (
              <ul class="settings-rows">
                {identities.map((identity) => (
                  <IdentityRow key={`${identity.platform} ${identity.id}`} identity={identity} />
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </>
  );
}
