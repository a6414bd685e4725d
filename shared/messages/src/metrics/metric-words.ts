import type { Locale } from "@beatpass/shared/contracts";
import { METRICS, type MetricDefinition, type MetricSlug } from "@beatpass/shared/metrics";
import { metricsFr } from "./metrics.fr.ts";

type MetricWords = Pick<MetricDefinition, "name" | "definition" | "formula">;

/** What a figure means and how it is worked out, in the reader's language. */
export function metricWords(slug: MetricSlug, locale: Locale): MetricWords {
  // Every slug of the list is in the list.
  return locale === "fr" ? metricsFr[slug] : METRICS.find((metric) => metric.slug === slug)!;
}
