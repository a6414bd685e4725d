import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { formatMoment, formatWhen } from "../format/index.ts";

/** How fresh the figures are; the exact instant on hover. */
export function Freshness({ asOf, locale, now = new Date() }: { asOf: string; locale: Locale; now?: Date }) {
  const t = createTranslator(locale);
  return (
    <time
      class="bp-freshness"
      dateTime={asOf}
      title={formatMoment(asOf, locale)}
      data-on-paper={t("figures.asof", { when: formatMoment(asOf, locale) })}
    >
      {t("figures.asof", { when: formatWhen(asOf, locale, now) })}
    </time>
  );
}

/** Figures stay, marked with their age, with a way to try again. */
export function StaleNote({
  asOf,
  locale,
  now = new Date(),
  onRetry,
}: {
  asOf: string;
  locale: Locale;
  now?: Date;
  onRetry: () => void;
}) {
  const t = createTranslator(locale);
  // What could not be read anew is never of "now", however short ago it came.
  const isRecent = now.getTime() - Date.parse(asOf) < 60_000;
  return (
    <p class="bp-stale" role="status" title={formatMoment(asOf, locale)}>
      <span>
        ⚠ {isRecent ? t("figures.stale.recent") : t("figures.stale", { when: formatWhen(asOf, locale, now) })}
      </span>
      <button type="button" class="bp-button bp-button-quiet" onClick={onRetry}>
        {t("figures.retry")}
      </button>
    </p>
  );
}

/** What happened, what to do, and the request's id for whoever is asked. */
export function FailedNote(props: {
  title: string;
  detail: string;
  requestId?: string | undefined;
  onRetry?: () => void;
  locale: Locale;
}) {
  const t = createTranslator(props.locale);
  return (
    <section class="bp-note" role="alert">
      <h2 class="bp-note-title">{props.title}</h2>
      <p class="bp-note-body">{props.detail}</p>
      {props.onRetry && (
        <button type="button" class="bp-button" onClick={props.onRetry}>
          {t("figures.retry")}
        </button>
      )}
      {props.requestId && <span class="bp-note-id">{t("figures.request_id", { requestId: props.requestId })}</span>}
    </section>
  );
}

/** Nothing yet: what to do next, in one sentence, with one button. */
export function EmptyNote({
  title,
  body,
  action,
}: {
  title: string;
  body: string;
  action?: { label: string; href?: string; onClick?: () => void };
}) {
  return (
    <section class="bp-note">
      <h2 class="bp-note-title">{title}</h2>
      <p class="bp-note-body">{body}</p>
      {action?.href && (
        <a class="bp-button" href={action.href}>
          {action.label}
        </a>
      )}
      {action?.onClick && (
        <button type="button" class="bp-button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </section>
  );
}
