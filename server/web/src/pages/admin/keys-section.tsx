import { dateText } from "@beatpass/messages";
import type { ApiKey } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { Answer } from "../../layout/answer.tsx";
import { RevocableRow } from "../../layout/revocable-row.tsx";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";
import { apiKeysQuery } from "./keys/api-keys-query.ts";
import { KeyForm } from "./keys/key-form.tsx";

export const keysSection: Section = { id: "keys", name: "admin.keys", Body: Keys };

/** Every key: what it may do, for whom, and the way to end it. */
function Keys() {
  const { t } = useLanguage();
  return (
    <>
      <KeyForm />
      <Answer query={useQuery(apiKeysQuery)} shape="list">
        {({ keys }) =>
          keys.length === 0 ? (
            <p class="muted">{t("admin.keys.none")}</p>
          ) : (
            <ul class="settings-rows" aria-label={t("admin.keys")}>
              {keys.map((key) => (
                <KeyRow key={key.id} own={key} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function KeyRow({ own }: { own: ApiKey }) {
  const { locale, t } = useLanguage();
  const date = dateText(new Date(own.createdAt), locale, { dateStyle: "medium" });
  const facts = [
    own.scope === "ingest" && t("admin.keys.speaks", { sources: sourceWords(own.sources, t("admin.keys.any")) }),
    own.producer && t("admin.keys.reads_as", { name: own.producer.name }),
    own.owner,
    t("people.since", { date }),
  ].filter(Boolean);
  return (
    <RevocableRow
      name={own.note ?? own.scope}
      facts={facts.join(" · ")}
      path={`/v1/admin/keys/${encodeURIComponent(own.id)}`}
      listed={apiKeysQuery.queryKey}
      revoke={t("settings.keys.revoke")}
      ended={own.revokedAt && t("admin.keys.revoked")}
    >
      <span class="badges">
        <span class="badge">{own.scope}</span>
        {own.trusted && own.scope !== "admin" && <span class="badge">{t("admin.keys.trusted")}</span>}
      </span>
    </RevocableRow>
  );
}

const sourceWords = (sources: readonly string[], any: string): string =>
  sources.includes("*") ? any : sources.join(", ");
