import { dateText } from "@beatpass/messages";
import type { ApiKey } from "@beatpass/shared/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { tellServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import { problemWords } from "../../layout/problem-words.ts";
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
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => tellServer("DELETE", `/v1/admin/keys/${encodeURIComponent(own.id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  const name = own.note ?? own.scope;
  const date = dateText(new Date(own.createdAt), locale, { dateStyle: "medium" });
  const facts = [
    own.scope === "ingest" && t("admin.keys.speaks", { sources: sourceWords(own.sources, t("admin.keys.any")) }),
    own.producer && t("admin.keys.reads_as", { name: own.producer.name }),
    own.owner,
    t("people.since", { date }),
  ].filter(Boolean);
  return (
    <li class="settings-row">
      <div class="settings-row-words">
        <bdi class="strong">{name}</bdi>
        <span class="muted">{facts.join(" · ")}</span>
      </div>
      <span class="badges">
        <span class="badge">{own.scope}</span>
        {own.trusted && own.scope !== "admin" && <span class="badge">{t("admin.keys.trusted")}</span>}
      </span>
      {own.revokedAt ? (
        <span class="muted">{t("admin.keys.revoked")}</span>
      ) : (
        <button type="button" class="button small" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {t("settings.keys.revoke")}
          <span class="hidden-text"> {name}</span>
        </button>
      )}
      {revoke.isError && (
        <p class="bad" role="alert">
          {problemWords(revoke.error, t).detail}
        </p>
      )}
    </li>
  );
}

const sourceWords = (sources: readonly string[], any: string): string =>
  sources.includes("*") ? any : sources.join(", ");
