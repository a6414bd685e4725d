import "../testing/fake-extension.ts";
import { describe, expect, test } from "vitest";
import { findSubject } from "./find-subject.ts";

const HOME = "https://open.beatpass.ca/";

function find(html: string, at: string, href = HOME): string | undefined {
  document.body.innerHTML = html;
  const target = document.querySelector(at);
  if (!target) throw new Error(`nothing matches ${at}`);
  const found = findSubject(target, { address: href, base: href });
  return found && `${found.subject.kind} ${found.subject.id} ${found.path}`;
}

const row = (id: number, extra = "") => `
  <div class="row" id="row-${id}">
    <span class="number">1</span>
    <a class="cover" href="/track/${id}/night-bus"><img alt=""></a>
    <div class="names"><a class="title" href="https://open.beatpass.ca/track/${id}/night-bus?from=list#x"><b>Night Bus</b></a>
      <span class="credits">by <a class="artist" href="/artist/7/kaya-noir">Kaya Noir</a></span></div>
    <span class="length">3:10</span>${extra}
  </div>`;
const list = `<main><div class="list">${row(1)}${row(2)}</div></main>`;

describe("a right-click means", () => {
  test.each([
    ["#row-2 .number", "anywhere in the row"],
    ["#row-2 .length", "the far end of the row"],
    ["#row-2 img", "the cover"],
    ["#row-2 b", "inside an absolute link with query and hash"],
    ["#row-2 .credits", "beside the artist's link"],
    ["#row-2", "the row itself"],
  ])("the row's track at %s (%s)", (at) => expect(find(list, at)).toBe("track 2 /track/2/night-bus"));

  test("the page's own track where no row is", () => {
    const page = `<main><h1>Night Bus</h1><p id="text">Made at night</p>${list}</main>`;
    const href = "https://open.beatpass.ca/track/9/own?x=1";
    expect(find(page, "#text", href)).toBe("track 9 /track/9/own");
    expect(find(page, "#row-1 .number", href)).toBe("track 1 /track/1/night-bus");
  });

  test("the track a player at the page's edge shows, but not the page's own from the edge around it", () => {
    const href = "https://open.beatpass.ca/track/9/own";
    const player = `<main></main><footer><div>${row(3)}</div><p id="about">About</p></footer><nav><p id="nav">x</p></nav>`;
    expect(find(player, "#row-3 .length", href)).toBe("track 3 /track/3/night-bus");
    expect(find(player, "#about", href)).toBeUndefined();
    expect(find(player, "#nav", href)).toBeUndefined();
  });

  test("the row's track inside the site's own web components", () => {
    document.body.innerHTML = '<main><div id="row"><a href="/track/5/x">x</a><x-time></x-time></div></main>';
    const root = document.querySelector("x-time")?.attachShadow({ mode: "open" });
    const time = document.createElement("span");
    root?.append(time);
    expect(findSubject(time, { address: HOME, base: HOME })?.subject).toEqual({ kind: "track", id: "5" });
  });
});

describe("albums and artists", () => {
  const album = (id: number) => `
    <div class="card" id="album-${id}"><a href="/album/${id}/kaya/night"><img alt=""></a><strong>Night</strong>
      <span class="by">by <a href="/artist/7/kaya-noir">Kaya Noir</a></span></div>`;
  const face = (id: number) => `
    <div class="face" id="artist-${id}"><a href="/artist/${id}/kaya"><i role="img"></i></a><p>Kaya</p></div>`;
  const grid = (cards: string) => `<main><section><div class="grid">${cards}</div></section></main>`;
  const onTrack = "https://open.beatpass.ca/track/9/own";

  test.each([
    ["#album-2 strong", "album 2 /album/2/kaya/night", HOME],
    ["#album-2 .by", "album 2 /album/2/kaya/night", onTrack],
    ["#album-2 .by a", "artist 7 /artist/7/kaya-noir", onTrack],
    ["#artist-4 p", "artist 4 /artist/4/kaya", HOME],
    ["#artist-4", "artist 4 /artist/4/kaya", onTrack],
  ])("the card's at %s: %s", (at, means, href) => {
    expect(find(grid(album(1) + album(2) + face(3) + face(4)), at, href)).toBe(means);
  });

  test("an only card counts where the page speaks of nothing itself", () => {
    expect(find(grid(album(1)), "strong")).toBe("album 1 /album/1/kaya/night");
    expect(find(grid(album(1)), "strong", onTrack)).toBe("track 9 /track/9/own");
  });

  test("rows without pictures, by what they are or by being alike", () => {
    const rows = [4, 5]
      .map((id) => `<div class="r"><b id="b-${id}">x</b><a href="/artist/${id}/a">A</a></div>`)
      .join("");
    expect(find(`<main><div>${rows}</div></main>`, "#b-5", onTrack)).toBe("artist 5 /artist/5/a");
    const items = '<ul><li id="y"><a href="/artist/4/a">A</a> <i>x</i></li></ul>';
    expect(find(`<main>${items}${row(1)}</main>`, "#y i", onTrack)).toBe("artist 4 /artist/4/a");
  });

  test("a track's row is the track's, whatever else it shows", () => {
    const busy = (id: number) => `
      <div class="row" id="busy-${id}"><span class="art"><a href="/album/8/k/n"><img alt=""></a></span>
        <div><a href="/track/${id}/t">T</a><span class="by"><a href="/artist/7/k"><img alt="">Kaya</a> and others</span></div>
        <span class="length">3:10</span></div>`;
    for (const at of [".length", ".by", ".art", ""]) {
      expect([at, find(grid(busy(1) + busy(2)), `#busy-2 ${at}`)]).toEqual([at, "track 2 /track/2/t"]);
    }
  });

  test.each(["album/4/a/b", "artist/4/a"])("the page's own, at %s", (path) => {
    const means = `${path.split("/")[0]} 4 /${path}`;
    expect(find("<main><header><h1 id='x'>Night</h1></header></main>", "#x", HOME + path)).toBe(means);
  });

  test("backstage addresses, which are shared by their public ones", () => {
    expect(find('<main><a id="x" href="/backstage/albums/4/insights">i</a></main>', "#x")).toBe("album 4 /album/4");
    const page = "https://open.beatpass.ca/backstage/tracks/5/edit";
    expect(find("<main><p id='x'>Edit</p></main>", "#x", page)).toBe("track 5 /track/5");
  });
});

test("a list of tags within a row is part of the row", () => {
  const tags = '<ul><li id="tag">dark</li><li><a href="/genre/house">House</a></li></ul>';
  expect(find(`<main>${row(1, tags)}</main>`, "#tag")).toBe("track 1 /track/1/night-bus");
});

test("a button made of a link that leads nowhere is part of its row", () => {
  expect(find(`<main>${row(1, '<a id="more" href="#">…</a>')}</main>`, "#more")).toBe("track 1 /track/1/night-bus");
});

describe("a right-click is left alone on", () => {
  test.each([
    [".list", "the list between rows"],
    ["main", "the page around the list"],
  ])("%s (%s)", (at) => expect(find(list, at)).toBeUndefined());

  test.each([
    '<input id="x">',
    '<textarea id="x"></textarea>',
    '<div contenteditable="true"><b id="x">b</b></div>',
    '<div role="textbox" id="x"></div>',
    '<select id="x"></select>',
  ])("what people type in: %s", (field) => {
    expect(find(`<main>${row(1, field)}</main>`, "#x", "https://open.beatpass.ca/track/9/own")).toBeUndefined();
  });

  test("links that leave BeatPass, on a track's own page too", () => {
    const page = '<main><a id="x" href="https://example.org/track/4/y">y</a></main>';
    expect(find(page, "#x", "https://open.beatpass.ca/track/9/own")).toBeUndefined();
  });

  test("links of the site to something else", () => {
    expect(find(`<main>${row(1, '<a id="x" href="/genre/house">House</a>')}</main>`, "#x")).toBeUndefined();
  });

  test("a page that speaks of no subject", () => {
    expect(find("<main><p id='x'>Hello</p></main>", "#x", "https://open.beatpass.ca/playlist/4/a")).toBeUndefined();
  });
});
