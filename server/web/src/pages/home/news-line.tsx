import { changesText } from "@beatpass/messages";
import { MetricName } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { changesQuery, visitQuery } from "../../api/queries.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

/** The page's first line: what changed since the last visit, or that nothing did. */
export function NewsLine() {
  const { locale } = useLanguage();
  const now = useNow();
  const { data: visit } = useQuery(visitQuery);
  const { data: changes } = useQuery(changesQuery(visit?.since));
  // Its place is kept, so that nothing jumps when it comes; what fails is told by the figures below.
  return (
    <p class="home-news" aria-live="polite">
      {changes ? (
        <MetricName slug="news" locale={locale}>
          {changesText(changes, locale, { now })}
        </MetricName>
      ) : (
        "\u00a0"
      )}
    </p>
  );
}
