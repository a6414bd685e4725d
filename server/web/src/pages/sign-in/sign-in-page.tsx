import type { Translate } from "@beatpass/messages";
import { useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { Redirect, useSearch } from "wouter-preact";
import { tellServer } from "../../api/call-server.ts";
import { sessionQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { nextPage } from "./next-page.ts";
import { Outside } from "./outside.tsx";

type Credentials = { email: string; password: string };

/** Signs in with e-mail and password, then goes on to the page that was asked for. */
export function SignInPage() {
  const { t } = useLanguage();
  usePageTitle(t("sign_in.title"));
  const query = new URLSearchParams(useSearch());
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => tellServer("POST", "/api/auth/sign-in/email", credentials),
    onSuccess: () => client.resetQueries(),
  });
  if (session.data?.user) return <Redirect to={nextPage(location.search, location.origin)} replace />;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get("email")).trim(), password: String(form.get("password")) });
  };
  return (
    <Outside>
      <form class="panel form" onSubmit={submit}>
        <h1>{t("sign_in.title")}</h1>
        {query.has("error") && (
          <div role="alert">
            <p class="warn">{t("sign_in.link_ended")}</p>
            <p class="muted">{t("sign_in.link_ended.new")}</p>
          </div>
        )}
        {query.has("demo-removed") && (
          <div role="status">
            <p class="good">{t("sign_in.demo_removed")}</p>
            <p class="muted">{t("sign_in.demo_removed.next")}</p>
          </div>
        )}
        {query.has("password-set") && (
          <p class="good" role="status">
            {t("sign_in.password_set")}
          </p>
        )}
        <label class="form-field">
          <span>{t("sign_in.email")}</span>
          <input class="field" type="email" name="email" autocomplete="username" required />
        </label>
        <label class="form-field">
          <span>{t("sign_in.password")}</span>
          <input class="field" type="password" name="password" autocomplete="current-password" required />
        </label>
        {signIn.isError && <SignInFailed error={signIn.error} />}
        <button type="submit" class="button primary" disabled={signIn.isPending}>
          {t("sign_in.button")}
        </button>
        <p class="muted">{t("sign_in.no_password")}</p>
      </form>
    </Outside>
  );
}

function SignInFailed({ error }: { error: Error }) {
  const { t } = useLanguage();
  return (
    <p class="bad" role="alert">
      {signInWords(error, t)}
    </p>
  );
}

function signInWords(error: Error, t: Translate): string {
  if (error instanceof ServerProblem) {
    if (error.code === "rate_limited") return t("sign_in.too_often");
    // What is no address is nobody's: the browser's own check lets some pass that the server does not.
    if (error.code === "unauthenticated" || error.reason === "INVALID_EMAIL") return t("sign_in.wrong");
  }
  return problemWords(error, t).detail;
}
