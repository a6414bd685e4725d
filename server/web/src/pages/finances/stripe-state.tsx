import { ConnectLink, type Finances } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN, PAGES } from "@beatpass/shared/links";
import { EmptyNote } from "@beatpass/ui";
import { useMutation } from "@tanstack/preact-query";
import { callServer } from "../../api/call-server.ts";
import { problemWords } from "../../layout/problem-words.ts";
import { useLanguage } from "../../settings/language.tsx";

/** Where the producer stands with Stripe, and the next step if there is one. */
export function StripeState({ finances }: { finances: Finances }) {
  const { status, requirementsDue = 0 } = finances;
  const { t } = useLanguage();
  switch (status) {
    case "off":
      return (
        <section class="bp-note">
          <p class="bp-note-body">{t("dash.finances.off")}</p>
          <a class="bp-button" href={`${BEATPASS_ORIGIN}${PAGES.finances}`} target="_blank" rel="noreferrer">
            {t("finances.on_beatpass")}
          </a>
        </section>
      );
    case "not-connected":
      return (
        <ConnectNote
          title={t("dash.no_finances.title")}
          body={t("dash.no_finances.body", { platform: location.host })}
          button={t("dash.no_finances.button")}
        />
      );
    case "onboarding":
      return (
        <ConnectNote
          title={t("finances.onboarding.title")}
          body={t("finances.onboarding.body", { count: requirementsDue })}
          button={t("finances.onboarding.button")}
        />
      );
    case "pending":
      return <EmptyNote title={t("finances.pending.title")} body={t("dash.finances.pending")} />;
    case "ready":
      return isWithoutSales(finances) ? (
        <p class="panel">{t(finances.hearsOfSales ? "dash.finances.no_sales" : "finances.no_events")}</p>
      ) : null;
  }
}

/** Nothing is said of it where Stripe does not answer: that is what the page says then. */
const isWithoutSales = ({ total, balances }: Finances): boolean => total === 0 && balances !== undefined;

/** The link works once, for some minutes: it is asked for when the button is pressed. */
function ConnectNote({ title, body, button }: { title: string; body: string; button: string }) {
  const { t } = useLanguage();
  const connect = useMutation({
    mutationFn: () => callServer(ConnectLink, "POST", "/v1/finances/connect"),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <section class="bp-note">
      <h2 class="bp-note-title">{title}</h2>
      <p class="bp-note-body">{body}</p>
      {connect.isError && (
        <p class="bad" role="alert">
          {problemWords(connect.error, t).detail}
        </p>
      )}
      <button type="button" class="button primary" disabled={connect.isPending} onClick={() => connect.mutate()}>
        {button}
      </button>
    </section>
  );
}
