import { PairingRequest } from "@beatpass/shared/contracts";
import { formatWhen } from "@beatpass/ui";
import { useMutation } from "@tanstack/preact-query";
import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { z } from "zod";
import { callServer, tellServer } from "../../api/call-server.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { useNow } from "../../layout/use-now.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { InviteLink } from "./invite-link.tsx";
import { readCode, writeCode } from "./pairing-code.ts";
import "./pair.css";

type Found = z.infer<typeof PairingRequest> & { code: string };
type Decision = { code: string; verdict: "approve" | "deny" };

/** Lets a browser in that shows a code. The code is typed by the person: no address brings one along. */
export function PairPage() {
  const { t } = useLanguage();
  usePageTitle(t("nav.pair"));
  const lookUp = useMutation({
    mutationFn: async (code: string): Promise<Found> => ({
      ...(await callServer(PairingRequest, "POST", "/v1/pairing/look-up", { code })),
      code,
    }),
  });
  const decide = useMutation({
    mutationFn: ({ code, verdict }: Decision) => tellServer("POST", `/v1/pairing/${verdict}`, { code }),
  });
  const again = () => {
    lookUp.reset();
    decide.reset();
  };
  return (
    <section class="narrow">
      <h1>{t("nav.pair")}</h1>
      {decide.isSuccess ? (
        <Decided verdict={decide.variables.verdict} onAgain={again} />
      ) : lookUp.data ? (
        <Confirm
          found={lookUp.data}
          isBusy={decide.isPending}
          error={decide.error}
          onDecide={(verdict) => decide.mutate({ code: lookUp.data.code, verdict })}
        />
      ) : (
        <>
          <CodeForm isBusy={lookUp.isPending} error={lookUp.error} onCode={(code) => lookUp.mutate(code)} />
          <InviteLink />
        </>
      )}
    </section>
  );
}

function CodeForm({ isBusy, error, onCode }: { isBusy: boolean; error: Error | null; onCode: (code: string) => void }) {
  const { t } = useLanguage();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = readCode(String(new FormData(event.currentTarget).get("code")));
    if (code !== "") onCode(code);
  };
  return (
    <form class="panel form" onSubmit={submit}>
      <p>{t("pairing.how")}</p>
      <label class="form-field">
        <span>{t("pair.code.label")}</span>
        <input
          class="field code-field"
          name="code"
          required
          maxLength={40}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={error !== null}
        />
      </label>
      {error && <Failed error={error} />}
      <button type="submit" class="button primary" disabled={isBusy}>
        {t("pairing.look_up")}
      </button>
    </form>
  );
}

function Confirm(props: {
  found: Found;
  isBusy: boolean;
  error: Error | null;
  onDecide: (verdict: Decision["verdict"]) => void;
}) {
  const { found, isBusy, error, onDecide } = props;
  const { locale, t } = useLanguage();
  const now = useNow();
  const heading = useFocusOnce<HTMLHeadingElement>();
  return (
    <div class="panel form">
      <h2 ref={heading} tabIndex={-1}>
        {t("pair.confirm", { code: writeCode(found.code) })}
      </h2>
      <dl class="facts">
        <dt>{t("pairing.browser")}</dt>
        <dd>
          <bdi>{found.browser}</bdi>
        </dd>
        <dt>{t("pairing.asked")}</dt>
        <dd>{formatWhen(found.requestedAt, locale, now)}</dd>
      </dl>
      <p class="muted">{t("pairing.means")}</p>
      {error && <Failed error={error} />}
      <div class="button-row">
        <button type="button" class="button" disabled={isBusy} onClick={() => onDecide("deny")}>
          {t("pairing.deny")}
        </button>
        <button type="button" class="button primary" disabled={isBusy} onClick={() => onDecide("approve")}>
          {t("pairing.approve")}
        </button>
      </div>
    </div>
  );
}

function Decided({ verdict, onAgain }: { verdict: Decision["verdict"]; onAgain: () => void }) {
  const { t } = useLanguage();
  const words = useFocusOnce<HTMLParagraphElement>();
  return (
    <div class="panel form">
      <p ref={words} tabIndex={-1} role="status">
        {t(verdict === "approve" ? "pair.done" : "pairing.denied")}
      </p>
      <button type="button" class="button" onClick={onAgain}>
        {t("pairing.another")}
      </button>
    </div>
  );
}

function Failed({ error }: { error: Error }) {
  const { t } = useLanguage();
  const isUnknown = error instanceof ServerProblem && error.code === "not_found";
  return (
    <p class="bad" role="alert">
      {isUnknown ? t("pairing.unknown") : problemWords(error, t).detail}
    </p>
  );
}

/** The control that had the focus is gone: what took its place gets it. */
function useFocusOnce<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
