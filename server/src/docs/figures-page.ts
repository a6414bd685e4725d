import { type Freshness, METRICS, type MetricDefinition } from "@beatpass/shared/metrics";
import { html } from "hono/html";
import { docsPage, type Html } from "./page.ts";

const FRESHNESS: Record<Freshness, string> = {
  immediate: "At once, with the request that caused it",
  "near-real-time": "Within seconds",
  refresh: "With each refresh of the leaderboards",
  synced: "As of the last word from where it comes",
};

/** What every figure means, from the one list that the dashboard and the API's `explain` read. */
export const figuresPage = (): Html =>
  docsPage(
    "figures",
    html`<h1>What the figures mean</h1>
      <p class="lead">
        Every figure that the API, the pages and the messages show. The same texts: <code>GET /v1/explain/{metric}</code>.
      </p>
      <div class="split">
        <nav class="contents" aria-label="Figures">
          ${METRICS.map(({ slug, name }) => html`<a href="#${slug}">${name}</a>`)}
        </nav>
        <div>${METRICS.map(figure)}</div>
      </div>`,
  );

const figure = ({ slug, name, definition, formula, inputs, freshness }: MetricDefinition): Html =>
  html`<section id="${slug}" class="panel">
    <h2>${name} <code>${slug}</code></h2>
    <p>${definition}</p>
    <dl>
      <dt>Formula</dt>
      <dd>${formula}</dd>
      ${inputs.length > 0 ? html`<dt>From</dt><dd>${inputs.join(", ")}</dd>` : ""}
      <dt>Fresh</dt>
      <dd>${FRESHNESS[freshness]}</dd>
    </dl>
  </section>`;
