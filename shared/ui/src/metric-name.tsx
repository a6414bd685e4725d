import { createTranslator, metricWords } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { type MetricSlug, metricBySlug } from "@beatpass/shared/metrics";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

const GAP = 6;
const EDGE = 8;

/**
 * The name of a figure, which opens in place what the figure means and how it is worked out. A popover of the
 * platform: Escape and a click elsewhere close it, and the focus goes back to the name.
 */
export function MetricName({
  slug,
  locale,
  numbers,
  children,
}: {
  slug: MetricSlug;
  locale: Locale;
  /** The same arithmetic with the reader's own numbers, one line a step. */
  numbers?: readonly string[] | undefined;
  /** Another wording of the name. */
  children?: ComponentChildren;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const t = createTranslator(locale);
  const { name } = metricWords(slug, locale);
  useLayoutEffect(() => {
    if (!isOpen) return;
    // It has a size as soon as the platform has shown it, which is after this.
    const frame = requestAnimationFrame(() => {
      if (!button.current || !card.current) return;
      placeBeside(card.current, button.current);
      card.current.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
  return (
    <span class="bp-metric">
      <button
        ref={button}
        type="button"
        class="bp-metric-name"
        popovertarget={id}
        aria-haspopup="dialog"
        title={t("metric.open")}
      >
        {children ?? name}
      </button>
      <span
        ref={card}
        id={id}
        popover="auto"
        class="bp-metric-card"
        role="dialog"
        aria-label={name}
        tabIndex={-1}
        onBeforeToggle={({ newState }) => setOpen(newState === "open")}
      >
        {isOpen && <Explanation slug={slug} locale={locale} numbers={numbers ?? []} />}
      </span>
    </span>
  );
}

function Explanation({ slug, locale, numbers }: { slug: MetricSlug; locale: Locale; numbers: readonly string[] }) {
  const t = createTranslator(locale);
  const { name, definition, formula } = metricWords(slug, locale);
  const freshness = metricBySlug(slug)?.freshness;
  return (
    <>
      <strong class="bp-metric-title">{name}</strong>
      <span>{definition}</span>
      <span class="bp-metric-label">{t("metric.formula")}</span>
      <span class="bp-metric-formula">{formula}</span>
      {numbers.length > 0 && <span class="bp-metric-label">{t("metric.numbers")}</span>}
      {numbers.map((line) => (
        <span key={line} class="bp-metric-formula">
          {line}
        </span>
      ))}
      {freshness && <span class="bp-metric-label">{t(`metric.fresh.${freshness}`)}</span>}
    </>
  );
}

/**
 * Under the figure, or above its name where there is no room; within the window. In the page's coordinates: it
 * scrolls along.
 */
function placeBeside(card: HTMLElement, name: HTMLElement): void {
  const { left, top } = name.getBoundingClientRect();
  const { bottom } = (name.closest(".bp-figure") ?? name).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsBelow = bottom + GAP + height + EDGE <= clientHeight || top - GAP - height < EDGE;
  const x = Math.max(EDGE, Math.min(left, clientWidth - width - EDGE));
  const y = fitsBelow ? bottom + GAP : top - GAP - height;
  card.style.left = `${x + window.scrollX}px`;
  card.style.top = `${y + window.scrollY}px`;
}
