import { readBeatPassLink, type SubjectRef } from "@beatpass/shared/links";

/** A BeatPass subject under the pointer, with the address that people would share. */
export type Found = { subject: SubjectRef; path: string };

/** A page as its links see it. */
export type Page = {
  /** Its own address; for a frame that speaks of nothing itself, that of the page it belongs to. */
  address: string;
  /** What its links are relative to. */
  base: string;
};

/** The page of a window, looking up from a frame as far as the site's own pages go. */
export function readPage(frame: Window): Page {
  const base = frame.document.baseURI;
  let at = frame;
  try {
    while (at !== at.parent && !readSubject(at.location.href, base)) at = at.parent;
    return { address: at.location.href, base };
  } catch {
    // The frame around it belongs to another site.
    return { address: frame.location.href, base };
  }
}

/** What a link speaks of. */
export const readLink = (link: Element, { base }: Page): Found | undefined =>
  readSubject(link.getAttribute("href") ?? "", base);

/** What the page itself speaks of. */
export const readOwn = ({ address, base }: Page): Found | undefined => readSubject(address, base);

function readSubject(href: string, base: string): Found | undefined {
  const subject = readBeatPassLink(href, base);
  if (!subject) return undefined;
  const { pathname } = new URL(href, base);
  // Backstage is its owner's alone: what can be shared is the public address.
  return { subject, path: pathname.startsWith("/backstage/") ? `/${subject.kind}/${subject.id}` : pathname };
}

/** Whether a link only acts on the page it is on, as buttons made of links do. */
export function staysOnPage(link: Element, { address, base }: Page): boolean {
  const href = link.getAttribute("href") ?? "";
  if (/^\s*(#|javascript:)/i.test(href)) return true;
  try {
    return new URL(href, base).href.split("#")[0] === address.split("#")[0];
  } catch {
    return false;
  }
}
