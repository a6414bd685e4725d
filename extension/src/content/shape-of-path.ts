/** Words of the site's own addresses; anything else in one may be somebody's name. */
const WORDS = new Set(
  "track tracks album albums artist artists playlist playlists user users genre backstage edit insights producer-dashboard progress activity finances leaderboards search".split(
    " ",
  ),
);

/** An address without what tells whose it is: "/track/{id}/*". */
export const shapeOfPath = (pathname: string): string =>
  pathname
    .split("/")
    .map((part) => (part === "" || WORDS.has(part) ? part : /^\d+$/.test(part) ? "{id}" : "*"))
    .join("/")
    .slice(0, 200);
