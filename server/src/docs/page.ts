import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export const DOCS = {
  api: "/docs",
  figures: "/docs/figures",
  rules: "/docs/rules",
  discord: "/docs/guides/discord",
  slack: "/docs/guides/slack",
} as const;
const NAMES: Record<keyof typeof DOCS, string> = {
  api: "API",
  figures: "Figures",
  rules: "Rules",
  discord: "Discord",
  slack: "Slack",
};

/** The frame that all pages of the documentation share. */
export function docsPage(current: keyof typeof DOCS, content: Html, { script }: { script?: string } = {}): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${NAMES[current]} · BeatPass Companion</title>
        <link rel="icon" href="data:," />
        ${script && html`<link rel="stylesheet" href="/docs/assets/swagger-ui.css" />`}
        <link rel="stylesheet" href="/docs/assets/docs.css" />
        ${script && html`<script src="/docs/assets/swagger-ui-bundle.js" defer></script>`}
        ${script && html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <header>
          <a class="brand" href="/producer-dashboard">BeatPass Companion</a>
          <nav aria-label="Documentation">
            ${Object.entries(DOCS).map(
              ([page, href]) =>
                html`<a href="${href}" ${page === current ? raw('aria-current="page"') : ""}
                  >${NAMES[page as keyof typeof DOCS]}</a
                >`,
            )}
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}
