import { SUBJECT_KINDS, type SubjectKind } from "@beatpass/shared/links";
import { type Found, type Page, readLink } from "./read-page.ts";
import { SITE_MAP } from "./site-map.ts";

/** A card or row is smaller than this share of the viewport; what is larger holds it. */
const LARGEST_ROW = 0.6;
/** So many of its children tell whether an element holds cards. */
const LOOKED_AT = 40;

/** The row or card around an element; listed: one of several, so that it speaks for itself on any page. */
export type Card = { found: Found; listed: boolean };

/**
 * The row or card that an element is part of: the smallest part around it that speaks of one track, else the card of
 * one album or artist.
 * @param around the element and everything around it, innermost first
 */
export function findCard(around: readonly Element[], page: Page): Card | undefined {
  let found: Found | undefined;
  for (const element of around) {
    if (holdsCards(element, page)) return found && { found, listed: true };
    if (isGround(element)) break;
    const subjects = subjectsIn(element, page);
    // A list within a row, of tags say, names no subject.
    if (element.matches(SITE_MAP.lists) && SUBJECT_KINDS.some((kind) => subjects[kind].length > 0))
      return found && { found, listed: true };
    const { track, album, artist } = subjects;
    if (track.length > 1 || album.length > 1) break;
    const named = leading(subjects);
    if (named && track[0]) return { found: named, listed: true };
    if (named && isRepeated(element, named.subject.kind, page)) return { found: named, listed: true };
    const isRow = element.matches(SITE_MAP.rows);
    if (named && (isRow || isCard(element, page))) found = named;
    if (isRow && (named || artist.length > 0)) return found && { found, listed: true };
  }
  return found && { found, listed: false };
}

/** What a part of the page is about: its track, else its album, else its only artist (several are credits). */
const leading = ({ track, album, artist }: Record<SubjectKind, Found[]>): Found | undefined =>
  track[0] ?? album[0] ?? (artist.length === 1 ? artist[0] : undefined);

/** Parts of every page that speak of no subject of their own; a header within the content is not one of them. */
export const isChrome = (element: Element): boolean =>
  element.matches(SITE_MAP.chrome) &&
  !(element.matches(SITE_MAP.headings) && element.parentElement?.closest(SITE_MAP.content));

const isGround = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return (
    element.matches(SITE_MAP.grounds) || isChrome(element) || width * height > innerWidth * innerHeight * LARGEST_ROW
  );
};

/** The different tracks, albums and artists that an element links to. */
export function subjectsIn(element: Element, page: Page): Record<SubjectKind, Found[]> {
  const byKind = { track: new Map<string, Found>(), album: new Map<string, Found>(), artist: new Map<string, Found>() };
  for (const link of element.querySelectorAll(SITE_MAP.links)) {
    const found = readLink(link, page);
    if (found && !byKind[found.subject.kind].has(found.subject.id))
      byKind[found.subject.kind].set(found.subject.id, found);
    if (byKind.track.size > 1) break;
  }
  const of = (kind: SubjectKind) => [...byKind[kind].values()];
  return { track: of("track"), album: of("album"), artist: of("artist") };
}

/** A picture that leads to a subject, and words beside it. */
const isCard = (element: Element, page: Page): boolean =>
  !!element.textContent?.trim() &&
  [...element.querySelectorAll(SITE_MAP.links)].some(
    (link) => link.querySelector(SITE_MAP.covers) && readLink(link, page),
  );

function holdsCards(element: Element, page: Page): boolean {
  let cards = 0;
  for (const child of [...element.children].slice(0, LOOKED_AT)) {
    if (!child.matches(SITE_MAP.links) && isCard(child, page)) cards++;
    if (cards > 1) return true;
  }
  return false;
}

/** Whether one beside it is made alike and speaks of the same kind of subject: then both are rows of a list. */
function isRepeated(element: Element, kind: SubjectKind, page: Page): boolean {
  return [element.previousElementSibling, element.nextElementSibling].some(
    (sibling) =>
      sibling?.localName === element.localName &&
      sibling.className === element.className &&
      leading(subjectsIn(sibling, page))?.subject.kind === kind,
  );
}
