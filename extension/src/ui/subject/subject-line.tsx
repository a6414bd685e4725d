import type { Insights } from "@beatpass/shared/contracts";
import { formatRange } from "@beatpass/ui";
import { locale } from "../translate.ts";

/** What the figures are of, whose it is and which days they cover. */
export const SubjectLine = ({ subject, range }: Pick<Insights, "subject" | "range">) => (
  <div class="subject">
    <h3 dir="auto">{subject.title}</h3>
    <p class="muted">
      {new Intl.ListFormat(locale, { type: "conjunction" }).format(subject.artists.map(({ name }) => name))}
    </p>
    <p class="muted">{formatRange(range, locale)}</p>
  </div>
);
