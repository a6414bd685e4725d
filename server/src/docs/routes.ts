import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Rulebook } from "@beatpass/shared/rules";
import { serveStatic } from "@hono/node-server/serve-static";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import type { Api } from "../http/api.ts";
import { redirectSlashed } from "../http/redirect-slashed.ts";
import { figuresPage } from "./figures-page.ts";
import { GUIDES, guidePage } from "./guide-page.ts";
import { DOCS, docsPage } from "./page.ts";
import { rulesPage } from "./rules-page.ts";

const swagger = createRequire(import.meta.url).resolve("swagger-ui-dist/package.json");
const ASSETS = {
  "docs.css": [new URL("./docs.css", import.meta.url), "text/css"],
  "open-reference.js": [new URL("./open-reference.js", import.meta.url), "text/javascript"],
  "swagger-ui.css": [new URL("swagger-ui.css", `file://${swagger}`), "text/css"],
  "swagger-ui-bundle.js": [new URL("swagger-ui-bundle.js", `file://${swagger}`), "text/javascript"],
} as const;

const PICTURES = fileURLToPath(new URL("../../../docs/screenshots", import.meta.url));

/** The documentation: the API as an interactive reference, what the figures mean, the rules, guides. Nothing leaves the server. */
export function mountDocs(api: Api, { rulebook }: { rulebook: Rulebook }): void {
  const guard = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The reference sizes parts of itself with style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
  });
  api.use("/docs/*", guard);
  redirectSlashed(api, Object.values(DOCS));
  api.get(DOCS.api, guard, (c) =>
    c.html(docsPage("api", html`<div id="reference"></div>`, { script: "/docs/assets/open-reference.js" })),
  );
  api.get(DOCS.figures, (c) => c.html(figuresPage()));
  api.get(DOCS.rules, (c) => c.html(rulesPage(rulebook)));
  for (const guide of GUIDES) api.get(DOCS[guide], (c) => c.html(guidePage(guide)));
  api.use(
    "/docs/screenshots/*",
    serveStatic({ root: PICTURES, rewriteRequestPath: (path) => path.slice("/docs/screenshots".length) }),
  );
  for (const [name, [file, type]] of Object.entries(ASSETS)) {
    api.get(`/docs/assets/${name}`, (c) =>
      c.body(readFileSync(file, "utf8"), 200, {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "public, max-age=3600",
      }),
    );
  }
}
