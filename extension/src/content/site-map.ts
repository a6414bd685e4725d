import { BEATPASS_ORIGIN, type SubjectKind } from "@beatpass/shared/links";

/**
 * What we rely on in the BeatPass site (spec §8), as data: when the site changes, this changes.
 * Addresses of tracks, albums and artists are read by shared's links.
 */
export const SITE_MAP = {
  version: 2,
  seen: "2026-11-26",
  /** Where the content script runs. */
  matches: [`${BEATPASS_ORIGIN}/*`],
  /** Parts of every page that speak of no subject of their own, such as the navigation or the player's surroundings. */
  chrome: 'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]',
  /** Within the content these belong to what they head. */
  headings: "header, footer",
  content: 'main, article, section, [role="main"]',
  /** The page's own ground: no row or card reaches beyond it. */
  grounds: 'body, main, [role="main"]',
  /** What holds rows or cards. */
  lists:
    'ul, ol, table, tbody, [role="list"], [role="grid"], [role="table"], [role="rowgroup"], [role="feed"], [role="listbox"]',
  /** One row or card, by what it says it is. */
  rows: 'li, tr, article, [role="row"], [role="listitem"], [role="article"], [role="option"]',
  /** What leads to a subject. */
  links: "a[href]",
  /** The picture of a card, inside its link. */
  covers: 'img, picture, [role="img"], [style*="background-image"]',
  /** What people type or choose in. */
  fields:
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"], [role="combobox"]',
  /** A menu that the site opens itself. */
  menus: '[role="menu"], [popover]:popover-open:not(beatpass-companion)',
  /**
   * What is there when all of the above fits: so many (atLeast) of a count (see check-site), on pages of a kind, where
   * the page says enough (when) to have it. Where it is not, the site has changed.
   */
  expected: [
    { name: "addresses", when: { "links.numbered": 10 }, count: "links.known", atLeast: 1 },
    { name: "credits", on: "track", when: { text: 200 }, count: "links.artist", atLeast: 1 },
    { name: "album-tracks", on: "album", when: { text: 400 }, count: "links.track", atLeast: 1 },
    { name: "rows", when: { "links.track": 4 }, count: "rows.track", atLeast: 1 },
  ] as Expected[],
};

export type Expected = { name: string; on?: SubjectKind; when: Record<string, number>; count: string; atLeast: number };

/** Demo build only: loopback pages that say they stand in for BeatPass. */
export const STAND_IN = {
  matches: ["http://localhost/*", "http://127.0.0.1/*"],
  hostnames: ["localhost", "127.0.0.1"],
  mark: 'meta[name="beatpass-stand-in"][content="1"]',
};

/** Where this build runs. */
export const MATCHES = __DEMO__ ? [...SITE_MAP.matches, ...STAND_IN.matches] : SITE_MAP.matches;
