import { readFileSync } from "node:fs";
import { html, raw } from "hono/html";
import { marked } from "marked";
import { docsPage, type Html } from "./page.ts";

const FOLDER = new URL("../../../docs/guides/", import.meta.url);

export const GUIDES = ["discord", "slack"] as const;
export type Guide = (typeof GUIDES)[number];

/** A step-by-step guide of `docs/guides`, as a page; its pictures are served beside it. */
export const guidePage = (guide: Guide): Html =>
  docsPage(
    guide,
    html`<article class="guide">${raw(marked.parse(readFileSync(new URL(`${guide}.md`, FOLDER), "utf8"), { async: false }))}</article>`,
  );
