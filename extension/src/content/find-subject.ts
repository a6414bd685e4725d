import { ancestorsOf } from "./ancestors-of.ts";
import { findCard, isChrome } from "./find-card.ts";
import { type Found, type Page, readLink, readOwn, staysOnPage } from "./read-page.ts";
import { SITE_MAP } from "./site-map.ts";

/**
 * The track, album or artist that a right-click on `target` speaks of: the link itself, else the row or card around
 * it, else the page's own. Links to elsewhere and text fields are left alone.
 */
export function findSubject(target: Element, page: Page): Found | undefined {
  if (isField(target)) return undefined;
  const around = ancestorsOf(target);
  const link = around.find((element) => element.matches(SITE_MAP.links));
  const linked = link && readLink(link, page);
  if (linked) return linked;
  if (link && !staysOnPage(link, page)) return undefined;
  const card = findCard(around, page);
  if (card?.listed) return card.found;
  if (around.some(isChrome)) return undefined;
  return readOwn(page) ?? card?.found;
}

function isField(target: Element): boolean {
  return target.closest(SITE_MAP.fields) !== null || (target instanceof HTMLElement && target.isContentEditable);
}
