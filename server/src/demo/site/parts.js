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

/** A cover drawn from the name: the same name, the same picture. */
function cover(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const hash = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7);
  const picture = document.createElementNS(namespace, "svg");
  picture.setAttribute("viewBox", "0 0 40 40");
  picture.setAttribute("class", "cover");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", name);
  const shapes = [
    ["rect", { width: 40, height: 40, fill: `hsl(${hash % 360} 42% 30%)` }],
    ["circle", { cx: hash % 40, cy: (hash >> 5) % 40, r: 22, fill: `hsl(${(hash >> 3) % 360} 55% 46%)` }],
    ["circle", { cx: (hash >> 7) % 40, cy: (hash >> 9) % 40, r: 10, fill: `hsl(${(hash >> 11) % 360} 60% 66%)` }],
  ];
  for (const [shape, attributes] of shapes) {
    const drawn = document.createElementNS(namespace, shape);
    for (const [key, value] of Object.entries(attributes)) drawn.setAttribute(key, value);
    picture.append(drawn);
  }
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

export const trackHeader = (track) =>
  element(
    "div",
    { class: "hero" },
    cover(track.title),
    element(
      "div",
      {},
      element("p", { class: "kind" }, "Track"),
      element("h1", { class: "title" }, track.title),
      credits(track),
      track.album ? element("p", {}, link(albumPath(track), track.album.title)) : "",
    ),
  );
