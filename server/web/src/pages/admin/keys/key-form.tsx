import { type ApiKeyWanted, KEY_SCOPES, type KeyScope, NewKey } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import { callServer } from "../../../api/call-server.ts";
import { CopyField } from "../../../layout/copy-field.tsx";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";
import { apiKeysQuery } from "./api-keys-query.ts";

/** Makes a key of any scope and shows it, once. */
export function KeyForm() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [scope, setScope] = useState<KeyScope>("ingest");
  const create = useMutation({
    mutationFn: (wanted: ApiKeyWanted) => callServer(NewKey, "POST", "/v1/admin/keys", wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate(wantedIn(new FormData(form), scope), { onSuccess: () => form.reset() });
  };
  return (
    <form class="key-form" onSubmit={submit}>
      <label class="form-field">
        <span>{t("settings.keys.note")}</span>
        <input class="field" name="note" required maxLength={60} pattern=".*\S.*" autocomplete="off" />
      </label>
      <label class="form-field">
        <span>{t("admin.keys.scope")}</span>
        <select
          class="field"
          value={scope}
          onChange={({ currentTarget }) => setScope(KEY_SCOPES.find((one) => one === currentTarget.value) ?? "read")}
        >
          {KEY_SCOPES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <p class="muted key-form-wide">{t(`admin.keys.scope.${scope}`)}</p>
      <ScopeFields scope={scope} />
      <div class="button-row key-form-wide">
        <button type="submit" class="button primary" disabled={create.isPending}>
          {t("settings.keys.create")}
        </button>
      </div>
      {create.isError && (
        <p class="bad key-form-wide" role="alert">
          {problemWords(create.error, t).detail}
        </p>
      )}
      {create.data && (
        <div class="hand-over key-form-wide" role="status">
          <p>{t("settings.keys.once")}</p>
          <CopyField label={t("settings.keys.new")} value={create.data.key} />
        </div>
      )}
    </form>
  );
}

function wantedIn(form: FormData, scope: KeyScope): ApiKeyWanted {
  const words = (name: string) => String(form.get(name) ?? "").trim();
  const sources = words("sources")
    .split(/[\s,]+/)
    .filter((name) => name !== "");
  const producerId = words("producer");
  return {
    scope,
    note: words("note"),
    sources: sources.length > 0 ? sources : ["*"],
    trusted: form.has("trusted"),
    ...(producerId !== "" && { producerId }),
  };
}

/** What only keys of a scope have. */
function ScopeFields({ scope }: { scope: KeyScope }) {
  const { t } = useLanguage();
  return (
    <>
      {scope === "ingest" && (
        <>
          <label class="form-field key-form-wide">
            <span>{t("admin.keys.sources")}</span>
            <input class="field" name="sources" autocomplete="off" placeholder="*" />
          </label>
          <label class="check key-form-wide">
            <input type="checkbox" name="trusted" />
            <span>{t("admin.keys.trusted.means")}</span>
          </label>
        </>
      )}
      {scope === "read" && (
        <label class="form-field key-form-wide">
          <span>{t("people.producer")}</span>
          <input class="field" name="producer" maxLength={200} autocomplete="off" />
        </label>
      )}
    </>
  );
}
