import "../testing/fake-extension.ts";
import { describe, expect, test } from "vitest";
import { findSubject } from "./find-subject.ts";

const HOME = "https://open.beatpass.ca/";

function find(html: string, at: string, href = HOME): string | undefined {
  document.body.innerHTML = html;
  const target = document.querySelector(at);
  if (!target) throw new Error(`nothing matches ${at}`);
  const found = findSubject(target, { href });
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
    expect(findSubject(time, { href: HOME })?.subject).toEqual({ kind: "track", id: "5" });
  });
});

describe("a right-click is left alone on", () => {
  test.each([
    ["#row-1 .artist", "a link to something else"],
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

  test("an album's card, even beside a single track's", () => {
    const album = '<div id="album"><a href="/album/4/a/b"><img alt=""></a><p id="x">Album</p></div>';
    expect(find(`<main><div class="grid">${album}${row(1)}</div></main>`, "#x")).toBeUndefined();
    expect(
      find(`<main><ul><li id="y"><a href="/artist/4/a">A</a> <i>x</i></li></ul>${row(1)}</main>`, "#y i"),
    ).toBeUndefined();
  });

  test("a page that is no track's", () => {
    expect(find("<main><p id='x'>Hello</p></main>", "#x", "https://open.beatpass.ca/album/4/a/b")).toBeUndefined();
  });
});
