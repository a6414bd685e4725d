import { readBeatPassLink, type SubjectRef } from "@beatpass/shared/links";
import { SITE_MAP } from "./site-map.ts";

/** A BeatPass subject under the pointer, with the address that people would share. */
export type Found = { subject: SubjectRef; path: string };

/** A card or row is smaller than this share of the viewport; what is larger holds it. */
const LARGEST_ROW = 0.6;

/**
 * The track that a right-click on `target` speaks of: the link itself, else the row or card around it (the largest
 * element that speaks of one track only), else the page's own. Links to elsewhere and text fields are left alone.
 */
export function findSubject(target: Element, location: Pick<Location, "href">): Found | undefined {
  if (isField(target)) return undefined;
  const link = ancestors(target).find((element) => element.matches("a[href]"));
  if (link) return onlyTrack(readLink(link, location.href));
  for (const element of ancestors(target)) {
    if (element.matches(SITE_MAP.chrome)) return undefined;
    if (element.matches(SITE_MAP.containers) || isLargerThanARow(element)) break;
    const tracks = tracksIn(element, location.href);
    if (tracks.length > 1) break;
    if (tracks[0]) return tracks[0];
    if (speaksOfAnother(element, location.href)) return undefined;
  }
  if (ancestors(target).some((element) => element.matches(SITE_MAP.chrome))) return undefined;
  return onlyTrack(readAddress(location.href, location.href));
}

const onlyTrack = (found: Found | undefined) => (found?.subject.kind === "track" ? found : undefined);

function isField(target: Element): boolean {
  return target.closest(SITE_MAP.fields) !== null || (target instanceof HTMLElement && target.isContentEditable);
}

/** The element and everything around it, through shadow roots, innermost first. */
function ancestors(target: Element): Element[] {
  const chain: Element[] = [];
  for (let element: Element | null = target; element; element = parentOf(element)) chain.push(element);
  return chain;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function tracksIn(element: Element, base: string): Found[] {
  const tracks = new Map<string, Found>();
  for (const link of element.querySelectorAll("a[href]")) {
    const found = onlyTrack(readLink(link, base));
    if (found && !tracks.has(found.subject.id)) tracks.set(found.subject.id, found);
    if (tracks.size > 1) break;
  }
  return [...tracks.values()];
}

/** The row or card of an album or artist: what lies beside it is none of its business. */
function speaksOfAnother(element: Element, base: string): boolean {
  const isRow = element.matches(SITE_MAP.rows);
  return [...element.querySelectorAll("a[href]")].some(
    (link) => (isRow || link.querySelector(SITE_MAP.covers)) && readLink(link, base),
  );
}

const readLink = (link: Element, base: string): Found | undefined => readAddress(link.getAttribute("href") ?? "", base);

function readAddress(href: string, base: string): Found | undefined {
  const subject = readBeatPassLink(href, base);
  return subject && { subject, path: new URL(href, base).pathname };
}

function isLargerThanARow(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width * height > innerWidth * innerHeight * LARGEST_ROW;
}
