// A stand-in for the BeatPass site that behaves as spec §8 says the real one does: one page, history navigation,
// rows that react anywhere but link in one place, and a context menu cancelled for the whole document.

import { albumCard, artistPath, element, link, trackCard, trackHeader, trackRow } from "./parts.js";
import { contextMenuOfRows } from "./row-menu.js";
import { virtualList } from "./virtual-list.js";

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
  const [, kind, id] = /^\/(track|album|artist)\/([^/]+)/.exec(location.pathname) ?? [];
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
          element("div", { class: "cards" }, ...tracks.slice(0, 6).map((track) => trackCard(track))),
          element("h1", {}, "Albums"),
          element("div", { class: "cards" }, ...albums.slice(0, 6).map((track) => albumCard(track))),
        ]),
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
  if (kind !== "track") return [element("h1", { class: "title" }, name), list(own)];
  const more = tracks.filter((track) => track.id !== id && track.artists[0]?.id === first.artists[0]?.id);
  return [
    trackHeader(first),
    element("p", { class: "about-track" }, "Made at night, mixed in the morning. Licences from the shop."),
    element("textarea", { placeholder: "Write a comment", "aria-label": "Comment" }),
    element("h1", {}, "More from this artist"),
    list(more),
  ];
}

function list(rows) {
  if (rows.length === 0) return element("p", { class: "empty" }, "No tracks here.");
  const { view, stop } = virtualList(page, rows, (track, index) => trackRow(track, index));
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

document.querySelector(".search").addEventListener("input", (event) => {
  search = event.target.value.trim().toLowerCase();
  if (location.pathname !== HOME) history.pushState({}, "", HOME);
  show();
});

const root = document.documentElement;
root.dataset.theme = options.get("theme") ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
root.classList.toggle("hostile", options.has("hostile"));
document.querySelector(".theme").addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
});

document
  .querySelector(".side-artists")
  .replaceChildren(...artists.slice(0, 12).map((artist) => element("li", {}, link(artistPath(artist), artist.name))));
if (!answer.ok) page.replaceChildren(element("h1", {}, "The demo community is not loaded"));
else show();
if (tracks[0]) play(tracks[0].id);
