import "../testing/fake-extension.ts";
import { describe, expect, test } from "vitest";
import { checkSite } from "./check-site.ts";
import { shapeOfPath } from "./shape-of-path.ts";

const ORIGIN = "https://open.beatpass.ca";
const words = "<p>Made at night, mixed in the morning. Licences from the shop.</p>".repeat(8);
const rows = (address: string, count = 12) =>
  Array.from(
    { length: count },
    (_, id) => `<div class="row"><a href="/${address}/${id + 1}/x"><img alt=""></a><b>T</b><i>3:10</i></div>`,
  ).join("");

function check(html: string, path: string) {
  document.body.innerHTML = html;
  return checkSite(document, { address: ORIGIN + path, base: ORIGIN + path });
}

describe("on a page of the site", () => {
  test.each([
    ["a list of tracks", `<main><div>${rows("track")}</div></main>`, "/", []],
    ["a list whose addresses are of another shape", `<main><div>${rows("song")}</div></main>`, "/", ["addresses"]],
    ["a track with its credits", `<main>${words}<a href="/artist/7/k">K</a></main>`, "/track/9/own", []],
    [
      "a track whose credits lead nowhere known",
      `<main>${words}<a href="/people/k">K</a></main>`,
      "/track/9/own",
      ["credits"],
    ],
    ["an address that nobody knows", "<main><p>Nothing here</p></main>", "/track/9/own", []],
    ["an album without a track that can be told", `<main>${words}</main>`, "/album/9/k/own", ["album-tracks"]],
    [
      "tracks that no row can be told of",
      `<main><p>${rows("track").replaceAll(/<.?div[^>]*>/g, "")}</p></main>`,
      "/",
      ["rows"],
    ],
  ])("%s", (_, html, path, missing) => expect(check(html, path).missing).toEqual(missing));

  test("a report names counts and the shape of the address, nobody’s name or number", () => {
    const report = check(`<main><div>${rows("track")}</div></main>`, "/track/90210/kaya-noir-secret");
    expect(report.path).toBe("/track/{id}/*");
    expect(report.counts).toMatchObject({ "links.track": 12, "rows.track": 12, covers: 12 });
    expect(JSON.stringify(report)).not.toMatch(/90210|secret|kaya/);
  });
});

test.each([
  ["/backstage/tracks/5/insights", "/backstage/tracks/{id}/insights"],
  ["/user/12/kaya", "/user/{id}/*"],
  ["/", "/"],
])("%s has the shape %s", (path, shape) => expect(shapeOfPath(path)).toBe(shape));
