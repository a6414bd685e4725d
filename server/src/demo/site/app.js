// A stand-in for the BeatPass site that behaves as spec §8 says the real one does: one page, history navigation,
// rows that react anywhere but link in one place, and a context menu cancelled for the whole document.

import {
  albumCard,
  artistCard,
  artistPath,
  cardGrid,
  element,
  hero,
  link,
  trackCard,
  trackHeader,
  trackRow,
} from "./parts.js";
import { contextMenuOfRows, longPressOfRows } from "./row-menu.js";
import { virtualList } from "./virtual-list.js";

/**
 * What a visitor may add to the address: menu (rows have a menu of their own), press (a long press opens it), hostile
 * (styles that reach for everything), frame (a page of the site within the page), pages (lists load while scrolling),
 * restless (rows are made anew all the time), changed (addresses of another shape), theme=light|dark.
 */
const HOME = "/demo/beatpass";
const options = new URLSearchParams(location.search);
const page = document.querySelector(".page");
const answer = await fetch("/demo/site-data.json");
const { artists, tracks } = answer.ok ? await answer.json() : { artists: [], tracks: [] };

let search = "";
let leave = () => {};

function show() {
  leave();
  leave = () => {};
  const [, kind, id] = /^\/(?:backstage\/)?(track|album|artist)s?\/([^/]+)/.exec(location.pathname) ?? [];
  const content = kind ? subjectPage(kind, decodeURIComponent(id)) : homePage();
  page.replaceChildren(...content);
  if (location.hash === "#all") page.querySelector("#all")?.scrollIntoView();
  else page.scrollTop = 0;
}

function homePage() {
  document.title = "BeatPass stand-in";
  const found = tracks.filter(({ title, artists }) =>
    [title, ...artists.map(({ name }) => name)].some((text) => text.toLowerCase().includes(search)),
  );
  const albums = [...new Map(tracks.filter(({ album }) => album).map((track) => [track.album.id, track])).values()];
  return [
    ...(search || tracks.length === 0
      ? []
      : [
          element("h1", {}, "Fresh today"),
          cardGrid(tracks.slice(0, 6).map(trackCard)),
          ...(albums.length > 0 ? [element("h1", {}, "Albums"), cardGrid(albums.slice(0, 6).map(albumCard))] : []),
          element("h1", {}, "Artists"),
          cardGrid(artists.slice(0, 6).map(artistCard)),
          element(
            "p",
            { class: "empty" },
            link("/genre/house", "House"),
            " · ",
            link("/playlist/1/late", "Late nights"),
          ),
        ]),
    ...(options.has("frame") ? [insideOfFrame()] : []),
    element("h1", { id: "all" }, search ? "Found" : "All tracks"),
    list(found),
  ];
}

function subjectPage(kind, id) {
  const of = {
    track: (track) => track.id === id,
    album: (track) => track.album?.id === id,
    artist: (track) => track.artists.some((artist) => artist.id === id),
  }[kind];
  const own = tracks.filter(of);
  const first = own[0];
  const artist = artists.find((candidate) => candidate.id === id);
  if (!first && !(kind === "artist" && artist)) return [element("h1", {}, "Nothing at this address")];
  const name = { track: first?.title, album: first?.album?.title, artist: artist?.name ?? "" }[kind];
  document.title = `${name} · BeatPass stand-in`;
  if (kind === "album") return [hero("Album", name, first.artists), list(own)];
  if (kind === "artist") return [hero("Artist", name), list(own)];
  const more = tracks.filter((track) => track.id !== id && track.artists[0]?.id === first.artists[0]?.id);
  return [
    trackHeader(first),
    element("p", { class: "about-track" }, "Made at night, mixed in the morning. Licences from the shop."),
    element("textarea", { placeholder: "Write a comment", "aria-label": "Comment" }),
    element("h1", {}, "More from this artist"),
    list(more),
  ];
}

/** A page of the site within its page, as widgets are (?frame); it has none itself. */
function insideOfFrame() {
  const inner = new URLSearchParams(options);
  inner.delete("frame");
  inner.set("framed", "1");
  return element("iframe", { class: "frame", title: "A page within the page", src: `${HOME}?${inner}#all` });
}

function list(rows) {
  if (rows.length === 0) return element("p", { class: "empty" }, "No tracks here.");
  const { view, stop } = virtualList(page, rows, (track, index) => trackRow(track, index), {
    pages: options.has("pages"),
    restless: options.has("restless"),
  });
  leave = stop;
  return view;
}

function play(id) {
  const track = tracks.find((candidate) => candidate.id === id);
  if (track) document.querySelector(".playing").replaceChildren(trackRow(track, 0));
}

document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[href]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (anchor && plain && anchor.origin === location.origin) {
    event.preventDefault();
    history.pushState({}, "", anchor.href);
    show();
  } else if (!anchor) {
    const row = event.target.closest("[data-track]");
    if (row) play(row.dataset.track);
  }
});
addEventListener("popstate", show);

// BeatPass cancels the browser's own menu on every page.
document.addEventListener("contextmenu", (event) => event.preventDefault());
if (options.has("menu")) contextMenuOfRows();
if (options.has("press")) longPressOfRows();

document.querySelector(".search").addEventListener("input", (event) => {
  search = event.target.value.trim().toLowerCase();
  if (location.pathname !== HOME) history.pushState({}, "", HOME);
  show();
});

// What the extension must notice: addresses of another shape than it knows.
if (options.has("changed")) {
  const renamed = { track: "song", album: "record", artist: "maker" };
  new MutationObserver(() => {
    for (const anchor of document.querySelectorAll("a[href]"))
      anchor.pathname = anchor.pathname.replace(/^\/(track|album|artist)\//, (_, kind) => `/${renamed[kind]}/`);
  }).observe(document, { childList: true, subtree: true });
}

const root = document.documentElement;
root.dataset.theme = options.get("theme") ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
root.classList.toggle("hostile", options.has("hostile"));
root.classList.toggle("framed", options.has("framed"));
document.querySelector(".theme").addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
});

document
  .querySelector(".side-artists")
  .replaceChildren(...artists.slice(0, 12).map((artist) => element("li", {}, link(artistPath(artist), artist.name))));
if (!answer.ok) page.replaceChildren(element("h1", {}, "The demo community is not loaded"));
else show();
if (tracks[0]) play(tracks[0].id);
