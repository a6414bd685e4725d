import { dateText } from "@beatpass/messages";
import { NewKey, type OwnKey, OwnKeys } from "@beatpass/shared/contracts";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { callServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import { CopyField } from "../../layout/copy-field.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import { RevocableRow } from "../../layout/revocable-row.tsx";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";

export const keysSection: Section = { id: "keys", name: "settings.keys", needs: "producer", Body: Keys };

const keysQuery = queryOptions({
  queryKey: ["own-keys"],
  queryFn: () => callServer(OwnKeys, "GET", "/v1/account/keys"),
});

/** Keys for one's own scripts and widgets. */
function Keys() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const query = useQuery(keysQuery);
  const create = useMutation({
    mutationFn: (note: string) => callServer(NewKey, "POST", "/v1/account/keys", { note }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate(String(new FormData(form).get("note")), { onSuccess: () => form.reset() });
  };
  return (
    <>
      <p class="muted">
        {t("settings.keys.means")}{" "}
        <a href="/docs" target="_blank" rel="noreferrer">
          {t("settings.keys.docs")}
        </a>
      </p>
      <form class="settings-form" onSubmit={submit}>
        <label class="form-field">
          <span>{t("settings.keys.note")}</span>
          <input class="field" name="note" required maxLength={60} pattern=".*\S.*" autocomplete="off" />
        </label>
        <button type="submit" class="button" disabled={create.isPending}>
          {t("settings.keys.create")}
        </button>
        {create.isError && (
          <p class="bad" role="alert">
            {problemWords(create.error, t).detail}
          </p>
        )}
      </form>
      {create.data && (
        <div class="hand-over" role="status">
          <p>{t("settings.keys.once")}</p>
          <CopyField label={t("settings.keys.new")} value={create.data.key} />
        </div>
      )}
      <Answer query={query} shape="list">
        {({ keys }) =>
          keys.length > 0 && (
            <ul class="settings-rows" aria-label={t("settings.keys")}>
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

function KeyRow({ own: { id, note, createdAt } }: { own: OwnKey }) {
  const { locale, t } = useLanguage();
  const date = dateText(new Date(createdAt), locale, { dateStyle: "medium" });
  return (
    <RevocableRow
      name={note}
      facts={t("people.since", { date })}
      path={`/v1/account/keys/${encodeURIComponent(id)}`}
      listed={keysQuery.queryKey}
      revoke={t("settings.keys.revoke")}
    />
  );
}
