// Rows, cards and headers, made of elements: names come from data and are never read as markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const slug = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "-";

const part = encodeURIComponent;
export const trackPath = ({ id, title }) => `/track/${part(id)}/${slug(title)}`;
export const artistPath = ({ id, name }) => `/artist/${part(id)}/${slug(name)}`;
const albumPath = ({ album, artists }) =>
  `/album/${part(album.id)}/${slug(artists[0]?.name ?? "")}/${slug(album.title)}`;

export const link = (href, ...children) => element("a", { href }, ...children);

/** FNV-1a with a last stir, so that names that differ in one letter look different. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function shape(name, attributes) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) drawn.setAttribute(key, value);
  return drawn;
}

/** A cover drawn from the name: the same name, the same picture. */
function cover(name) {
  const hash = hashOf(name);
  const hue = hash % 360;
  const tint = (turn, saturation, lightness) => `hsl(${(hue + turn) % 360} ${saturation}% ${lightness}%)`;
  const picture = shape("svg", { viewBox: "0 0 40 40", class: "cover", role: "img", "aria-label": name });
  picture.append(
    shape("rect", { width: 40, height: 40, fill: tint(0, 32, 22) }),
    shape("circle", { cx: hash % 41, cy: (hash >>> 6) % 41, r: 18 + (hash % 9), fill: tint(28, 40, 36) }),
    shape("circle", { cx: (hash >>> 12) % 41, cy: (hash >>> 18) % 41, r: 4 + (hash % 7), fill: tint(48, 58, 66) }),
  );
  return picture;
}

const credits = ({ artists }) =>
  element(
    "span",
    { class: "credits" },
    ...artists.flatMap((artist, at) => [at ? ", " : "", link(artistPath(artist), artist.name)]),
  );

const duration = (ms) =>
  ms === undefined ? "–" : `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1000)).padStart(2, "0")}`;

/** Links are relative in even rows and absolute in odd ones, as both occur on BeatPass. */
const address = (path, index) => (index % 2 ? location.origin + path : path);

export function trackRow(track, index) {
  const href = address(trackPath(track), index);
  return element(
    "div",
    { class: "row", "data-track": track.id },
    element("span", { class: "number" }, String(index + 1)),
    link(href, cover(track.title)),
    element("div", { class: "names" }, element("a", { href, class: "name" }, track.title), credits(track)),
    element("span", { class: "album" }, track.album?.title ?? ""),
    element("span", { class: "length" }, duration(track.durationMs)),
    element("button", { type: "button", class: "more", "aria-label": "Like" }, "♡"),
  );
}

export const trackCard = (track) =>
  element(
    "div",
    { class: "card", "data-track": track.id },
    link(trackPath(track), cover(track.title)),
    element("strong", {}, track.title),
    credits(track),
  );

export const albumCard = (track) =>
  element(
    "div",
    { class: "card" },
    link(albumPath(track), cover(track.album.title)),
    element("strong", {}, track.album.title),
    credits(track),
  );

export const artistCard = (artist) =>
  element(
    "div",
    { class: "card" },
    link(artistPath(artist), cover(artist.name)),
    element("strong", {}, artist.name),
    element("span", { class: "credits" }, "Artist"),
  );

export const cardGrid = (cards) => element("div", { class: "cards" }, ...cards);

/** What a page begins with: its kind, its name and who made it. */
export const hero = (kind, name, artists = [], ...more) =>
  element(
    "header",
    { class: "hero" },
    cover(name),
    element(
      "div",
      {},
      element("p", { class: "kind" }, kind),
      element("h1", { class: "title" }, name),
      credits({ artists }),
      ...more,
    ),
  );

export const trackHeader = (track) =>
  hero(
    "Track",
    track.title,
    track.artists,
    track.album ? element("p", {}, link(albumPath(track), track.album.title)) : "",
  );
