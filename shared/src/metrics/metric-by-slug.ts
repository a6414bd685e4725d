import { METRICS, type MetricDefinition } from "./definitions.ts";

const BY_SLUG = new Map<string, MetricDefinition>(METRICS.map((definition) => [definition.slug, definition]));

/** Undefined for a slug that names none. */
export const metricBySlug = (slug: string): MetricDefinition | undefined => BY_SLUG.get(slug);
