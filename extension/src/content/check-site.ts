import type { SiteReport } from "../messaging/protocol.ts";
import { ancestorsOf } from "./ancestors-of.ts";
import { findCard, isChrome } from "./find-card.ts";
import { type Page, readLink, readOwn } from "./read-page.ts";
import { shapeOfPath } from "./shape-of-path.ts";
import { SITE_MAP } from "./site-map.ts";

/** So many links tell whether rows are recognised. */
const ROWS_LOOKED_AT = 20;
const SELECTORS = ["chrome", "grounds", "lists", "rows", "covers", "fields"] as const;

/** Counts what the site map names on a page, and names what should be there and is not. */
export function checkSite(document: Document, page: Page): SiteReport {
  const counts = countParts(document, page);
  const own = readOwn(page)?.subject.kind;
  const missing = SITE_MAP.expected.filter(
    ({ on, when, count, atLeast }) =>
      (on === undefined || on === own) &&
      Object.entries(when).every(([name, enough]) => (counts[name] ?? 0) >= enough) &&
      (counts[count] ?? 0) < atLeast,
  );
  return {
    map: SITE_MAP.version,
    path: shapeOfPath(new URL(page.address).pathname),
    counts,
    missing: missing.map(({ name }) => name),
  };
}

function countParts(document: Document, page: Page): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of SELECTORS) counts[name] = document.querySelectorAll(SITE_MAP[name]).length;
  const main = document.querySelector(SITE_MAP.grounds.replace("body, ", "")) ?? document.body;
  counts.text = main.textContent?.trim().length ?? 0;
  const links = [...document.querySelectorAll(SITE_MAP.links)];
  const found = links.map((link) => readLink(link, page)?.subject.kind);
  const numbered = links.filter((link) => /\/\d+(\/|$)/.test(pathOf(link, page) ?? ""));
  counts["links.numbered"] = numbered.length;
  for (const kind of ["track", "album", "artist"] as const)
    counts[`links.${kind}`] = found.filter((each) => each === kind).length;
  counts["links.known"] = found.filter((kind) => kind !== undefined).length;
  counts["rows.track"] = links
    .filter((_, index) => found[index] === "track")
    .slice(0, ROWS_LOOKED_AT)
    .filter((link) => hasRow(link, page)).length;
  return counts;
}

/** The address of a link within the site. */
function pathOf(link: Element, { base }: Page): string | undefined {
  const href = link.getAttribute("href") ?? "";
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.origin === new URL(base).origin ? url.pathname : undefined;
}

function hasRow(link: Element, page: Page): boolean {
  const around = ancestorsOf(link).slice(1);
  return around.some(isChrome) || findCard(around, page)?.found.subject.id === readLink(link, page)?.subject.id;
}
