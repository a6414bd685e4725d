import { PAGES } from "@beatpass/shared/links";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { tellServer } from "../../api/call-server.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { Outside } from "./outside.tsx";
import { takeToken } from "./take-token.ts";

const MIN_LENGTH = 10;

/** Sets a password with the one-time token of an invitation link. */
export function SetPasswordPage() {
  const { t } = useLanguage();
  const [token] = useState(takeToken);
  usePageTitle(t("password.title"));
  return <Outside>{token === undefined ? <LinkEnded /> : <PasswordForm token={token} />}</Outside>;
}

function PasswordForm({ token }: { token: string }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const setPassword = useMutation({
    mutationFn: (newPassword: string) => tellServer("POST", "/api/auth/reset-password", { token, newPassword }),
    onSuccess: async () => {
      // A new password ends every session of that account.
      await client.resetQueries();
      navigate(`${PAGES.signIn}?password-set`, { replace: true });
    },
  });
  const { error } = setPassword;
  if (error instanceof ServerProblem && error.reason === "INVALID_TOKEN") return <LinkEnded />;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPassword.mutate(String(new FormData(event.currentTarget).get("password")));
  };
  return (
    <form class="panel form" onSubmit={submit}>
      <h1>{t("password.title")}</h1>
      <label class="form-field">
        <span>{t("password.new")}</span>
        <input
          class="field"
          type="password"
          name="password"
          autocomplete="new-password"
          minLength={MIN_LENGTH}
          maxLength={128}
          required
          aria-describedby="password-rule"
        />
        <span id="password-rule" class="muted">
          {t("password.rule", { length: MIN_LENGTH })}
        </span>
      </label>
      {error && (
        <p class="bad" role="alert">
          {problemWords(error, t).detail}
        </p>
      )}
      <button type="submit" class="button primary" disabled={setPassword.isPending}>
        {t("password.button")}
      </button>
    </form>
  );
}

function LinkEnded() {
  const { t } = useLanguage();
  return (
    <section class="panel form">
      <h1>{t("password.ended.title")}</h1>
      <p>{t("password.ended.body")}</p>
      <p class="muted">{t("password.ended.first")}</p>
      <Link href={PAGES.signIn} className="button">
        {t("sign_in.title")}
      </Link>
    </section>
  );
}
