import type { Activity, AlbumList, Insights, TrackList } from "@beatpass/shared/contracts";
import papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failUntilTriedAgain } from "./dashboard/fail-until-tried-again.ts";
import { type OpenPage, type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const TRACKS = "/producer-dashboard/tracks";
const ALBUMS = "/producer-dashboard/albums";
const ACTIVITY = "/producer-dashboard/activity";
const ARTIST = "/backstage/artists/9000000001/insights";
const PASSWORD = "a long enough passphrase";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const rowsOf = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });
const main = (page: Page) => page.locator("main");

/** What the API answers to whom the page belongs. */
async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(dashboard.url + path);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** Somebody new, signed in: with a producer of the demo's or with none. */
async function openAsNewcomer(email: string, path: string, producerId?: string): Promise<OpenPage> {
  const link = await dashboard.invite(email, { ...(producerId && { producerId }) });
  const page = await dashboard.open(link.slice(new URL(link).origin.length));
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").waitFor();
  await page.goto(dashboard.url + path);
  return page;
}

describe("the tracks page", () => {
  test("has a row a track, with what the API says of it", async () => {
    const page = await dashboard.openAsDemo(TRACKS);
    await title(page, "Tracks").waitFor();
    await rowsOf(page).first().waitFor();
    const { tracks } = await ask<TrackList>(page, "/v1/tracks");
    expect(await rowsOf(page).count()).toBe(tracks.length);
    const texts = await rowsOf(page).allInnerTexts();
    for (const [index, { title: name, plays, growthRate, metadataFilled }] of tracks.entries()) {
      expect(texts[index]).toContain(name);
      expect(texts[index]).toContain(plays.toLocaleString("en"));
      expect(texts[index]).toContain(`${metadataFilled} of 6`);
      expect(texts[index]).toMatch(
        growthRate === undefined ? /–/ : /Exceptional|Strong|Steady|Slight decline|Needs attention/,
      );
    }
    const covers = rowsOf(page).locator("img");
    expect(await covers.count()).toBe(tracks.filter(({ image }) => image).length);
    expect(page.complaints).toEqual([]);
  });

  test("without a cover that can be fetched begins a row with the title's first letter", async () => {
    const page = await dashboard.openAsDemo("/pair");
    await page.route("https://images.example.com/**", (route) => route.abort());
    await page.goto(dashboard.url + TRACKS);
    const { tracks } = await ask<TrackList>(page, "/v1/tracks");
    await expect
      .poll(() => rowsOf(page).locator(".cover-letter").allTextContents())
      .toEqual(tracks.map(({ title: name }) => name[0]));
  });

  test("finds by what is typed and sorts by what is pressed; the address keeps both, there and back", async () => {
    const page = await dashboard.openAsDemo(TRACKS);
    await rowsOf(page).first().waitFor();
    const all = await rowsOf(page).count();
    await page.getByRole("searchbox", { name: "Search your tracks" }).fill("bus de");
    await expect.poll(() => rowsOf(page).count()).toBe(1);
    await page.getByRole("searchbox").fill("no such thing");
    await page.getByRole("button", { name: "Clear the search" }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(all);
    await page.getByRole("button", { name: "Track", exact: true }).click();
    const titles = () => rowsOf(page).getByRole("rowheader").locator(".titled-title").allTextContents();
    const sorted = (await titles()).toSorted(new Intl.Collator("en", { numeric: true }).compare);
    expect(await titles()).toEqual(sorted);
    await page.getByRole("button", { name: "Track", exact: true }).click();
    expect(await titles()).toEqual(sorted.toReversed());
    expect(await page.getByRole("columnheader", { name: "Track" }).getAttribute("aria-sort")).toBe("descending");
    await page.getByRole("link", { name: "Insights of Bus de nuit" }).click();
    await title(page, "Bus de nuit").waitFor();
    await page.goBack();
    await expect.poll(titles).toEqual(sorted.toReversed());
  });

  test("is walked with the keyboard alone, from the home page's panel to a track's insights", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await page.getByRole("heading", { name: "Most played in the last 30 days" }).waitFor();
    await tabTo(page, /^All \d+ tracks$/);
    await page.keyboard.press("Enter");
    await title(page, "Tracks").waitFor();
    await rowsOf(page).first().waitFor();
    await tabTo(page, "Bus de nuit");
    await page.keyboard.press("Enter");
    await title(page, "Bus de nuit").waitFor();
  });

  test("says what failed, and keeps figures that are old, each with a way to try again that works", async () => {
    const page = await dashboard.openAsDemo("/pair");
    const problem = { type: "about:blank", title: "No", status: 422, detail: "Not today.", code: "invalid" };
    await failUntilTriedAgain(page, "**/v1/tracks", (route) =>
      route.fulfill({ status: 422, json: { ...problem, requestId: "request-7" } }),
    );
    await page.getByRole("navigation").getByRole("link", { name: "Tracks" }).click();
    const note = page.getByRole("alert").filter({ hasText: "request-7" });
    await note.waitFor();
    await note.getByRole("button").click();
    await rowsOf(page).first().waitFor();
    await failUntilTriedAgain(page, "**/v1/tracks", (route) => route.abort());
    // What a play in another tab does: the stream has the catalog read anew.
    await page.request.post(`${dashboard.url}/v1/demo/actions`, {
      data: { action: "play" },
      headers: { origin: dashboard.url },
    });
    const stale = page.getByRole("status").filter({ has: page.getByRole("button") });
    await stale.waitFor();
    expect(await rowsOf(page).count()).toBeGreaterThan(0);
    await stale.getByRole("button").click();
    await expect.poll(() => stale.count()).toBe(0);
  });
});

describe("the albums page", () => {
  test("lists albums, each with the way to its insights, which have no engagement and lead on to tracks", async () => {
    const page = await dashboard.openAsDemo(ALBUMS);
    await title(page, "Albums").waitFor();
    await rowsOf(page).first().waitFor();
    const { albums } = await ask<AlbumList>(page, "/v1/albums");
    expect(albums.length).toBeGreaterThan(1);
    expect(await rowsOf(page).count()).toBe(albums.length);
    const [album] = albums;
    await page.getByRole("link", { name: `Insights of ${album!.title}` }).click();
    await title(page, album!.title).waitFor();
    await page.getByRole("heading", { name: "Most played tracks" }).waitFor();
    expect(await page.getByRole("heading", { name: "Engagement" }).count()).toBe(0);
    const insights = await ask<Insights>(page, `/v1/albums/${album!.id}/insights`);
    await page.getByRole("link", { name: insights.tracks![0]!.title, exact: true }).click();
    await title(page, insights.tracks![0]!.title).waitFor();
    expect(page.complaints).toEqual([]);
  });
});

describe("the activity page", () => {
  test("has a square for every day, levelled by its uploads, and tells the one in hand", async () => {
    const page = await dashboard.openAsDemo(ACTIVITY);
    await title(page, "Activity").waitFor();
    const grid = page.getByRole("grid");
    await grid.waitFor();
    const { calendar } = await ask<Activity>(page, "/v1/activity");
    expect(await grid.getByRole("gridcell").count()).toBe(calendar.length);
    const uploads = calendar.filter(({ uploads }) => uploads > 0);
    expect(await grid.locator(".level-1").count()).toBe(uploads.filter(({ uploads: n }) => n <= 2).length);
    const last = calendar.lastIndexOf(uploads.at(-1)!);
    await grid.locator(`[data-day="${last}"]`).hover();
    expect(await page.locator(".calendar-told").textContent()).toMatch(/^1 upload on /);
  });

  test("is one stop for Tab, whose arrow keys walk the days", async () => {
    const page = await dashboard.openAsDemo(ACTIVITY);
    await page.getByRole("grid").waitFor();
    const count = await page.getByRole("gridcell").count();
    await tabTo(page, / on /);
    const day = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.day);
    expect(await day()).toBe(String(count - 1));
    await page.keyboard.press("ArrowLeft");
    expect(await day()).toBe(String(count - 8));
    await page.keyboard.press("ArrowUp");
    expect(await day()).toBe(String(count - 9));
    await page.keyboard.press("Home");
    expect(await day()).toBe("0");
    expect(await page.locator(".calendar-told").textContent()).toMatch(/^(No upload|\d+ uploads?) on /);
    await page.keyboard.press("Tab");
    expect(await day()).toBeUndefined();
  });

  test("counts downloads of the chosen range, and goes on with older ones", async () => {
    const page = await dashboard.openAsDemo(ACTIVITY);
    const figure = (name: string) => main(page).locator("dl").filter({ hasText: name }).locator("dd").first();
    // Pages of two: the demo producer has but a few downloads.
    await page.route("**/v1/activity?*", (route) => route.continue({ url: `${route.request().url()}&limit=2` }));
    await page.getByRole("button", { name: "All time", exact: true }).click();
    const { downloads } = await ask<Activity>(page, "/v1/activity?range=all");
    const total = downloads.total ?? 0;
    expect(total).toBeGreaterThan(4);
    await expect.poll(() => figure("Unique users").textContent()).toBe(String(downloads.users));
    const names = () => page.getByRole("table", { name: "Latest downloads" }).locator("tbody tr").allInnerTexts();
    await expect.poll(async () => (await names()).length).toBe(2);
    const older = page.getByRole("button", { name: "Show older ones" });
    for (let shown = 2; shown < total; shown += 2) {
      await older.click();
      await expect.poll(async () => (await names()).length).toBe(Math.min(shown + 2, total));
    }
    await expect.poll(() => older.count()).toBe(0);
    expect((await names()).map((text) => text.split("\t").slice(0, 2).join())).toEqual(
      downloads.recent.map(({ track, by }) => `${track.title},${by.name}`),
    );
    expect(new URL(page.url()).search).toBe("?downloads=all");
    expect(await page.getByRole("button", { name: "All time", exact: true }).getAttribute("aria-pressed")).toBe("true");
  });

  test("says so where older downloads cannot be read, and keeps the others", async () => {
    const page = await dashboard.openAsDemo("/pair");
    // Live updates would have the list read anew, and the message gone, at any moment.
    await page.route("**/v1/stream", (route) => route.abort());
    await page.route("**/v1/activity?*", (route) =>
      route.request().url().includes("cursor=")
        ? route.fulfill({ status: 404, json: {} })
        : route.continue({ url: `${route.request().url()}&limit=2` }),
    );
    await page.goto(`${dashboard.url}${ACTIVITY}?downloads=all`);
    await page.getByRole("button", { name: "Show older ones" }).click();
    await page.getByRole("alert").filter({ hasText: "older ones could not be read" }).waitFor();
    expect(await page.getByRole("table", { name: "Latest downloads" }).locator("tbody tr").count()).toBe(2);
  });
});

describe("whom the pages do not concern", () => {
  test("reads the same words for somebody else's album or artist and for none at all", async () => {
    const page = await dashboard.openAsDemo("/pair");
    const words = async (path: string, name: string) => {
      await page.goto(dashboard.url + path);
      await title(page, name).waitFor();
      return main(page).textContent();
    };
    const { rows } = await dashboard.server.dependencies.db.$client.execute(`
      select id from albums where id not in (select t.album_id from tracks t join track_artists ta on ta.track_key = t.key
        join artists a on a.id = ta.artist_id where a.producer_id = 'demo-1' and t.album_id is not null) limit 1`);
    const album = "Insights are for the artists on an album";
    expect(await words(`/backstage/albums/${rows[0]!.id}/insights`, album)).toBe(
      await words("/backstage/albums/none/insights", album),
    );
    const artist = "Insights are for the artist alone";
    const unknown = await words("/backstage/artists/none/insights", artist);
    await page.goto(`${dashboard.url}/backstage/artists/9000000002/insights`);
    // Of somebody on the boards it adds what everyone may see, and nothing else.
    await main(page)
      .getByText(/What everyone may see: level \d+, .+ Producer\./)
      .waitFor();
    const known = await main(page).textContent();
    expect(known?.replace(/ What everyone may see: level \d+, \w+ Producer\./, "")).toBe(unknown);
    await words("/backstage/playlists/1/insights", "Nothing here");
  });

  test("is told what to do while no artist, and while no track belongs to them", async () => {
    const nobody = await openAsNewcomer("nobody@example.com", TRACKS);
    for (const path of [TRACKS, ALBUMS, ACTIVITY]) {
      await nobody.goto(dashboard.url + path);
      await title(nobody, "Connect BeatPass to fill this page").waitFor();
    }
    await dashboard.server.dependencies.db.$client.execute(
      "insert into producers (id, name, demo) values ('empty', 'Nova Vale', 0)",
    );
    const newcomer = await openAsNewcomer("nova@example.com", TRACKS, "empty");
    await newcomer.getByRole("heading", { name: "No tracks yet" }).waitFor();
    expect(await main(newcomer).getByRole("link", { name: "Upload on BeatPass" }).getAttribute("href")).toBe(
      "https://open.beatpass.ca",
    );
    await newcomer.goto(dashboard.url + ALBUMS);
    await newcomer.getByRole("heading", { name: "No albums yet" }).waitFor();
    await newcomer.goto(dashboard.url + ACTIVITY);
    await newcomer.getByRole("heading", { name: "Nothing on the calendar yet" }).waitFor();
    await newcomer.getByText("No licensed downloads in this period.").waitFor();
    await newcomer.getByRole("button", { name: "Show all time" }).click();
    await newcomer.getByRole("heading", { name: "No licensed downloads yet" }).waitFor();
    await newcomer.getByRole("button", { name: "See your tracks" }).click();
    await newcomer.getByRole("heading", { name: "No tracks yet" }).waitFor();
    expect(await seriousFindings(newcomer)).toEqual([]);
    expect(newcomer.complaints).toEqual([]);
  });
});

describe("insights of an artist", () => {
  test("are found from the home page, and leave as a file what they show", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await main(page).getByRole("link", { name: "Insights: Kaya Noir" }).click();
    await title(page, "Kaya Noir").waitFor();
    expect(new URL(page.url()).pathname).toBe(ARTIST);
    await page.getByRole("button", { name: "90 days", exact: true }).click();
    await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      const chunks = await (await download.createReadStream()).toArray();
      return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
    };
    const json = await save("JSON");
    const insights = JSON.parse(json.text) as Insights;
    const { from, to } = insights.range;
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(90);
    expect(json.name).toBe(`kaya-noir-${from}-${to}.json`);
    const shown = (section: string) =>
      page.locator("section").filter({ has: page.getByRole("heading", { name: section }) });
    expect(insights.platforms.length).toBe(await shown("Platforms").getByRole("listitem").count());
    expect(insights.tracks!.length).toBe(await shown("Most played tracks").getByRole("listitem").count());

    const csv = await save("CSV");
    expect(csv.name).toBe(`kaya-noir-${from}-${to}.csv`);
    const { data } = papa.parse<string[]>(csv.text.replace(/^\ufeff/, ""));
    const plays = data.filter(
      ([section, item, figure]) => section === "Plays over time" && item === "" && figure === "Plays",
    );
    expect(plays).toEqual([["Plays over time", "", "Plays", String(insights.plays.total)]]);
    expect(await shown("Plays over time").locator("dd").first().textContent()).toBe(
      insights.plays.total.toLocaleString("en"),
    );
    expect(page.complaints).toEqual([]);
  });

  test("go to paper light, without what can only be pressed", async () => {
    const page = await dashboard.openAsDemo(ARTIST);
    await page.locator("canvas").waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const background = () =>
      page.evaluate(() => getComputedStyle(document.querySelector(".bp-panel")!).backgroundColor);
    expect(await background()).toBe("rgb(255, 255, 255)");
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "CSV" }).isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "Kaya Noir" }).isVisible()).toBe(true);
  });

  test("go to paper light from a screen that was chosen dark, charts too, and come back dark", async () => {
    const page = await dashboard.openAsDemo(ARTIST);
    await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
    await page.locator("canvas").waitFor();
    await expect.poll(() => mostSeenColour(page)).toBe("#a78bfa");
    await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
    await expect.poll(() => mostSeenColour(page)).toBe("#6d28d9");
    await page.evaluate(() => void dispatchEvent(new Event("afterprint")));
    await expect.poll(() => mostSeenColour(page)).toBe("#a78bfa");
  });
});

/** Of the chart: its bars'. */
const mostSeenColour = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const colour = `#${[...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [...seen].sort(([, one], [, other]) => other - one)[0]?.[0];
  });

test("the pages speak French to who chose it, and sort as French does", async () => {
  const page = await dashboard.openAsDemo(TRACKS, { locale: "fr-FR" });
  await title(page, "Morceaux").waitFor();
  await page.getByRole("searchbox", { name: "Chercher dans tes morceaux" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Activité" }).click();
  await title(page, "Activité").waitFor();
  await page.getByRole("heading", { name: /publications en 53 semaines/ }).waitFor();
  await page.goto(dashboard.url + ALBUMS);
  await page.getByText("Chiffres calculés sur tes morceaux publics de chaque album.").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
