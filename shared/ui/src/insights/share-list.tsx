import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import type { ComponentChildren } from "preact";
import { formatExact, formatPercent } from "../format/index.ts";

export type ShareRow = { key: string; name: ComponentChildren; plays: number; share: number };

/** Names with their plays and share; says so where nothing is known. @param firstLarge the first one stands out */
export function ShareList({
  rows,
  locale,
  firstLarge = false,
}: {
  rows: readonly ShareRow[];
  locale: Locale;
  firstLarge?: boolean;
}) {
  if (rows.length === 0) return <p class="bp-note-body">{createTranslator(locale)("insights.no_share")}</p>;
  return (
    <ul class="bp-shares">
      {rows.map(({ key, name, plays, share }, index) => (
        <li key={key} class={firstLarge && index === 0 ? "bp-share bp-share-first" : "bp-share"}>
          <span class="bp-share-name" title={typeof name === "string" ? name : undefined}>
            <bdi>{name}</bdi>
          </span>
          <span>{formatExact(plays, locale)}</span>
          <span class="bp-share-part">{formatPercent(share, locale)}</span>
          <span class="bp-share-bar" aria-hidden="true">
            <span class="bp-share-fill" style={{ width: `${Math.max(share * 100, 1)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
