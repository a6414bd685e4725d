import type { Insights } from "@beatpass/shared/contracts";
import { formatRange } from "@beatpass/ui";
import { locale } from "../ui/translate.ts";

const names = new Intl.ListFormat(locale, { type: "conjunction" });

/** What the figures are of, whose it is and which days they cover. */
export const SubjectLine = ({ subject, range }: Pick<Insights, "subject" | "range">) => (
  <div class="subject">
    <h3>{subject.title}</h3>
    <p class="muted">{names.format(subject.artists.map(({ name }) => name))}</p>
    <p class="muted">{formatRange(range, locale)}</p>
  </div>
);
