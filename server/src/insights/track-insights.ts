import type { Insights } from "@beatpass/shared/contracts";
import type { ReadContext } from "../context.ts";
import type { Principal } from "../http/principal.ts";
import { readInsights } from "./read-insights.ts";

/** Insights of a track; see readInsights. */
export const trackInsights = (
  context: ReadContext,
  who: Principal,
  id: string,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<Insights> => readInsights(context, who, { kind: "track", id }, query);
