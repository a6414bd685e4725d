import { MetricExplanation, MetricExplanations } from "@beatpass/shared/contracts";
import { METRICS, type MetricDefinition, metricBySlug } from "@beatpass/shared/metrics";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { type Api, answers, route } from "../http/api.ts";

/** Every figure can be asked for its definition, formula, inputs and freshness. */
export function mountExplain(api: Api): void {
  api.openapi(
    route({ method: "get", path: "/v1/explain", responses: answers(MetricExplanations, "All metrics") }),
    (c) => c.json({ metrics: METRICS.map(explanation) }, 200),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/explain/{metric}",
      request: { params: z.object({ metric: z.string().max(100) }) },
      responses: answers(MetricExplanation, "What a figure means"),
      refuses: ["not_found"],
    }),
    (c) => {
      const { metric } = c.req.valid("param");
      const found = metricBySlug(metric);
      if (!found) throw new AppError("not_found", `No metric is called "${metric}". GET /v1/explain lists all.`);
      return c.json(explanation(found), 200);
    },
  );
}

const explanation = ({ inputs, ...definition }: MetricDefinition): MetricExplanation => ({
  ...definition,
  inputs: [...inputs],
});
