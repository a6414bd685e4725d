import { BeatPassSource, BeatPassToken } from "@beatpass/shared/contracts";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useId } from "preact/hooks";
import { callServer } from "../../api/call-server.ts";
import { beatPassQuery, sessionQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { useLanguage } from "../../settings/language.tsx";

/** Takes a token and hands it to the server, which tries it. It is kept nowhere here, nor by the browser. */
export function TokenForm({ button, onCancel }: { button: string; onCancel?: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const connect = useMutation({
    mutationFn: async (token: string) => {
      if (!BeatPassToken.safeParse(token).success) throw new ServerProblem("invalid", "no token");
      return callServer(BeatPassSource, "POST", "/v1/sources/beatpass", { token });
    },
    onSuccess: (source) => {
      client.setQueryData(beatPassQuery.queryKey, source);
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onCancel?.();
    },
  });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const token = String(new FormData(form).get("token")).trim();
    connect.mutate(token, { onSuccess: () => form.reset() });
  };
  return (
    <form class="form" onSubmit={submit} aria-busy={connect.isPending}>
      <div class="form-field">
        <label for={id}>{t("connect.token")}</label>
        <input
          id={id}
          class="field"
          name="token"
          type="password"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          aria-invalid={connect.isError}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} class="muted hint">
          {t("connect.token.hint")}
        </p>
      </div>
      {connect.isError && <Refused error={connect.error} />}
      <div class="button-row start">
        <button type="submit" class="button primary" disabled={connect.isPending}>
          {connect.isPending ? t("connect.trying") : button}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t("dialog.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

function Refused({ error }: { error: Error }) {
  const { t } = useLanguage();
  const code = error instanceof ServerProblem ? error.code : undefined;
  const words =
    code === "invalid"
      ? t("token.wrong")
      : code === "forbidden"
        ? t("token.no_upload")
        : code === "conflict"
          ? t("connect.held")
          : code === "upstream_failed"
            ? t("connect.down")
            : problemWords(error, t).detail;
  return (
    <p class="bad" role="alert">
      {words}
    </p>
  );
}
