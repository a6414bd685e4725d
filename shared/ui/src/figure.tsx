import type { ComponentChildren } from "preact";

export type Change = { text: string; tone: "good" | "bad" | "flat" };
const MARKS: Record<Change["tone"], string> = { good: "▲", bad: "▼", flat: "=" };

type FigureProps = {
  /** A text, or a MetricName that opens what the figure means. */
  label: ComponentChildren;
  /** Absent where the figure is not known: shown as "–", never as 0. */
  value?: string | undefined;
  /** The exact value, where `value` is shortened. */
  exact?: string | undefined;
  /** The change with its comparison named. */
  change?: Change | undefined;
  hint?: ComponentChildren;
  /** Why the value is missing. */
  missing?: string | undefined;
};

/** A figure: label, value, change with its comparison, and what it says beside. */
export function Figure({ label, value, exact, change, hint, missing }: FigureProps) {
  return (
    <dl class="bp-figure">
      <dt class="bp-figure-label">{label}</dt>
      {value === undefined ? (
        <dd class="bp-figure-value bp-muted" title={missing}>
          <span aria-hidden="true">–</span>
          {missing && <span class="bp-sr">{missing}</span>}
        </dd>
      ) : (
        <dd class="bp-figure-value" title={exact === value ? undefined : exact}>
          {value}
        </dd>
      )}
      {change && (
        <dd class={`bp-figure-change bp-${change.tone}`} style={{ margin: 0 }}>
          <span aria-hidden="true">{MARKS[change.tone]} </span>
          {change.text}
        </dd>
      )}
      {hint && (
        <dd class="bp-figure-hint" style={{ margin: 0 }}>
          {hint}
        </dd>
      )}
    </dl>
  );
}
