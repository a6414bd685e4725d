import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  checkLedger,
  createTestContext,
  profile,
  record,
  removal,
  rowsOf,
  stateOf,
  type TestContext,
  track,
  trackUpdate,
  xpOf,
} from "../testing/index.ts";
import { type FileKind, importFiles } from "./import-files.ts";

let context: TestContext;
let folder: string;
let rejected: string[];
beforeEach(async () => {
  context = await createTestContext();
  folder = mkdtempSync(join(tmpdir(), "beatpass-csv-"));
  rejected = [];
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
  rmSync(folder, { recursive: true });
});

const ARTISTS = "id,name\na1,Ada\na2,Ben\n";
const TRACKS =
  "id,title,artist_ids,duration_ms,first_seen\nt1,One,a1,200000,2020-01-01T00:00:00Z\nt2,Two,a1|a2,,2021-01-01T00:00:00Z\n";
const PLAYS = "id,track_id,played_at,listened_ms\np1,t1,2024-01-01T00:00:00Z,160000\np2,t2,2024-01-02T00:00:00Z,0\n";

/** Imports contents as files; rejected rows are noted as "file:line: problem". */
async function importAll(contents: Partial<Record<FileKind, string | Buffer>>, { vouch = true, ending = "csv" } = {}) {
  const files = Object.fromEntries(
    Object.entries(contents).map(([kind, content]) => {
      const path = join(folder, `${kind}.${ending}`);
      writeFileSync(path, content);
      return [kind, path];
    }),
  );
  const onRejected = (row: { path: string; line: number; problem: string }) =>
    rejected.push(`${row.path.slice(folder.length + 1)}:${row.line}: ${row.problem}`);
  const summaries = await importFiles(context, files, { vouch, onRejected });
  return summaries.map(({ kind, accepted, duplicates, rejected }) => `${kind} ${accepted} ${duplicates} ${rejected}`);
}

/** Who has which artist. */
async function holders(): Promise<Record<string, unknown>> {
  const rows = await rowsOf(context.db, "SELECT id, producer_id FROM artists ORDER BY id");
  return Object.fromEntries(rows.map(({ id, producer_id }) => [id, producer_id]));
}

async function publishedOn(id: string): Promise<string> {
  const [row] = await rowsOf(context.db, `SELECT published_at FROM tracks WHERE id = '${id}'`);
  return new Date(Number(row!.published_at)).toISOString().slice(0, 10);
}

describe("what goes in", () => {
  test("artists, tracks and plays, in this order, with the XP they pay; nothing is announced", async () => {
    expect(await importAll({ plays: PLAYS, tracks: TRACKS, artists: ARTISTS })).toEqual([
      "artists 2 0 0",
      "tracks 2 0 0",
      "plays 2 0 0",
    ]);
    expect(await xpOf(context.db, "a1")).toEqual({ upload: 200, collaboration: 25, play: 2 });
    expect(await rowsOf(context.db, "SELECT * FROM announcements")).toEqual([]);
  });

  test("a gzipped file is the same file", async () => {
    await importAll({ artists: gzipSync(ARTISTS), tracks: gzipSync(TRACKS) }, { ending: "csv.gz" });
    expect(await importAll({ artists: ARTISTS, tracks: TRACKS })).toEqual(["artists 0 2 0", "tracks 0 2 0"]);
  });

  test("a byte order mark, Windows line ends, blank lines, quotes and columns in another order change nothing", async () => {
    await importAll({ artists: '\ufeffname,id,mood\r\n"Ada, ""the"" First",a1,x\r\n\r\n"Two\nLines",a2,\r\n' });
    expect(rejected).toEqual([]);
    expect(await rowsOf(context.db, "SELECT id, name FROM artists ORDER BY id")).toEqual([
      { id: "a1", name: 'Ada, "the" First' },
      { id: "a2", name: "Two\nLines" },
    ]);
  });

  test("without vouching nobody is claimed or earns", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS, plays: PLAYS }, { vouch: false });
    expect(await rowsOf(context.db, "SELECT id FROM producers")).toEqual([]);
    expect(await rowsOf(context.db, "SELECT count(*) AS plays FROM plays WHERE counted")).toEqual([{ plays: 2 }]);
  });

  test("a filled producer_id wins over vouching's own, an empty one does not", async () => {
    await importAll({ artists: "id,name,producer_id\na1,Ada,p1\na2,Ben,\n" });
    expect(await rowsOf(context.db, "SELECT id, producer_id FROM artists ORDER BY id")).toEqual([
      { id: "a1", producer_id: "p1" },
      { id: "a2", producer_id: "a2" },
    ]);
  });

  test("an empty producer_id says nothing: who is vouched for in the row is claimed, the others stay unclaimed", async () => {
    const artists = "id,name,producer_id,vouched\na1,Ada,,true\na2,Ben,,\n";
    await importAll({ artists }, { vouch: false });
    expect(await holders()).toEqual({ a1: "a1", a2: null });
  });

  test("platform words are mapped, and a filled device column wins", async () => {
    const long = "Android OS 7.0 API 24 (samsung SM-G930F1)";
    const rows = [
      "android,",
      "iOS,tablet",
      "Web Player,",
      "cast to device,",
      "toaster,",
      `${long},`,
      `mac,${long}`,
      ",",
      "iOS,phone",
      ",phone",
    ];
    await importAll({ artists: ARTISTS, tracks: TRACKS });
    await importAll({
      plays: `id,track_id,played_at,platform,device\n${rows.map((row, n) => `p${n},t1,2024-01-01T00:00:00Z,${row}`).join("\n")}\n`,
    });
    expect(await rowsOf(context.db, "SELECT platform, device FROM plays ORDER BY seq")).toEqual([
      { platform: "Android", device: "mobile" },
      { platform: "iOS", device: "tablet" },
      { platform: "web", device: "desktop" },
      { platform: "other", device: "tv-other" },
      { platform: "other", device: "tv-other" },
      { platform: "other", device: "tv-other" },
      { platform: "macOS", device: "desktop" },
      { platform: null, device: null },
      { platform: "iOS", device: "mobile" },
      { platform: null, device: "tv-other" },
    ]);
  });
});

test("blanks around an id are none of it", async () => {
  await importAll({
    artists: "id,name,producer_id\na1,Ada, p1\na2,Ben,p1 \n",
    tracks: "id,title,artist_ids,album\nt1,One,a1,Night\nt2,Two, a1 |a2,Night \n",
    plays: "id,track_id,played_at,listener_id\nx1,t1,2024-01-01T00:00:00Z,p1 \nx2 , t1,2024-01-01T00:00:00Z,u1\n",
  });
  expect(await rowsOf(context.db, "SELECT id FROM producers")).toEqual([{ id: "p1" }]);
  expect(await rowsOf(context.db, "SELECT title FROM albums")).toEqual([{ title: "Night" }]);
  expect(await rowsOf(context.db, "SELECT event_id, counted FROM plays ORDER BY seq")).toEqual([
    { event_id: "x1", counted: 0 },
    { event_id: "x2", counted: 1 },
  ]);
});

test.each([
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2024-02-29 10:30", "2024-02-29T10:30:00.000Z"],
  ["2024-02-29T10:30:00.5", "2024-02-29T10:30:00.500Z"],
  [" 2024-02-29T00:30:00+01:00 ", "2024-02-28T23:30:00.000Z"],
  ["2024-02-29T22:30:00-0200", "2024-03-01T00:30:00.000Z"],
  ["2024-02-29T10:30:00z", "2024-02-29T10:30:00.000Z"],
])("an instant may be written %s", async (written, instant) => {
  await importAll({ artists: `id,name,created_at\na1,Ada,${written}\n` });
  expect(rejected).toEqual([]);
  const [row] = await rowsOf(context.db, "SELECT created_at FROM artists");
  expect(new Date(Number(row!.created_at)).toISOString()).toBe(instant);
});

describe("an artist whom somebody has", () => {
  const MONTH_LATER = "2026-12-23T12:00:00Z";
  beforeEach(async () => {
    await importAll({ artists: "id,name,bio\na1,Ada,Beats\na2,Ben,Beats\n" });
    context.clock.set("2026-11-24T00:00:00Z");
    await record(context, profile("a2", { producerId: "a1" }, { time: "2026-11-24T00:00:00Z" }));
    context.clock.set(MONTH_LATER);
  });

  test("is not taken away by vouching again", async () => {
    expect(await importAll({ artists: "id,name,bio\na1,Ada,Beats\na2,Ben,More beats\n" })).toEqual(["artists 1 1 0"]);
    expect(await holders()).toEqual({ a1: "a1", a2: "a1" });
    expect(await rowsOf(context.db, "SELECT bio FROM artists WHERE id = 'a2'")).toEqual([{ bio: "More beats" }]);
  });

  test.each([true, false])("is not taken away by an empty producer_id (vouching: %s)", async (vouch) => {
    await importAll({ artists: "id,name,producer_id\na1,Ada,\na2,Ben,\n" }, { vouch });
    expect(await holders()).toEqual({ a1: "a1", a2: "a1" });
  });

  test("is given to whom a filled producer_id names", async () => {
    await importAll({ artists: "id,name,producer_id\na2,Ben,p1\n" });
    expect(await holders()).toEqual({ a1: "a1", a2: "p1" });
  });

  test("is claimed by vouching after it was given up, and not before", async () => {
    await record(context, profile("a2", { producerId: null }, { time: MONTH_LATER }));
    expect(await holders()).toEqual({ a1: "a1", a2: null });
    context.clock.set("2026-12-24T00:00:00Z");
    await importAll({ artists: "id,name,bio\na2,Ben,More beats\n" });
    expect(await holders()).toEqual({ a1: "a1", a2: "a2" });
  });
});

test("an artist who was never claimed is nobody's again once nobody vouches any more", async () => {
  await importAll({ artists: "id,name\na1,Ada\n" }, { vouch: false });
  context.clock.set("2026-11-24T00:00:00Z");
  await importAll({ artists: "id,name\na1,Ada\n" });
  expect(await holders()).toEqual({ a1: "a1" });
  context.clock.set("2026-11-25T00:00:00Z");
  await record(context, profile("a1", { vouched: false }, { time: "2026-11-25T00:00:00Z" }));
  expect(await holders()).toEqual({ a1: null });
});

describe("a track that is known from elsewhere", () => {
  beforeEach(async () => {
    await importAll({ artists: ARTISTS });
    const published = { time: "2026-11-01T00:00:00Z" };
    await record(context, track("t1", ["a1"], { public: false }, published), removal("t1"));
  });
  const state = () => rowsOf(context.db, "SELECT title, public, removed_at IS NOT NULL AS removed FROM tracks");

  test("and was removed and hidden is so still after its first row, which has no date", async () => {
    expect(await importAll({ tracks: "id,title,artist_ids\nt1,Uno,a1\n" })).toEqual(["tracks 1 0 0"]);
    expect(await state()).toEqual([{ title: "Uno", public: 0, removed: 1 }]);
    expect(await publishedOn("t1")).toBe("2026-11-01");
  });

  test("is back when its first row has a date after the removal", async () => {
    await importAll({ tracks: "id,title,artist_ids,published_at\nt1,Uno,a1,2026-11-22\n" });
    expect(await state()).toEqual([{ title: "Uno", public: 0, removed: 0 }]);
  });
});

describe("the same file again", () => {
  test("changes nothing", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS, plays: PLAYS });
    const before = await stateOf(context.db);
    expect(await importAll({ artists: ARTISTS, tracks: TRACKS, plays: PLAYS })).toEqual([
      "artists 0 2 0",
      "tracks 0 2 0",
      "plays 0 2 0",
    ]);
    expect(await stateOf(context.db)).toEqual(before);
  });

  test("changes nothing on another day either, dates or not", async () => {
    const undated = "id,title,artist_ids\nt1,One,a1\n";
    await importAll({ artists: ARTISTS, tracks: undated });
    const published = () => rowsOf(context.db, "SELECT published_at, field_times FROM tracks");
    const before = await published();
    context.clock.set("2026-12-24T00:00:00Z");
    expect(await importAll({ artists: ARTISTS, tracks: undated })).toEqual(["artists 0 2 0", "tracks 0 1 0"]);
    expect(await published()).toEqual(before);
  });

  test("a changed row updates; changed back, it updates again", async () => {
    const title = () => rowsOf(context.db, "SELECT title FROM tracks WHERE id = 't1'");
    await importAll({ artists: ARTISTS, tracks: TRACKS });
    expect(await importAll({ tracks: TRACKS.replace("One", "Uno") })).toEqual(["tracks 1 1 0"]);
    expect(await title()).toEqual([{ title: "Uno" }]);
    expect(await importAll({ tracks: TRACKS })).toEqual(["tracks 1 1 0"]);
    expect(await title()).toEqual([{ title: "One" }]);
    expect(await xpOf(context.db, "a2")).toEqual({ upload: 100, collaboration: 25 });
  });

  test("changes nothing either where it names an id twice: its last row counts, the others are reported", async () => {
    const twice = "id,title,artist_ids\nt1,One,a1\nt2,Two,a1\nt1,Uno,a1\nt2,Two,a1\nt1,,a1\n";
    await importAll({ artists: ARTISTS });
    expect(await importAll({ tracks: twice })).toEqual(["tracks 2 1 2"]);
    const reports = [
      'tracks.csv:2: id "t1" comes again in line 4; the last row counts',
      "tracks.csv:6: title is empty",
    ];
    expect(rejected).toEqual(reports);
    await record(context, trackUpdate("t1", { title: "Un" }, { time: "2026-11-23T12:00:00Z" }));
    const before = await stateOf(context.db);
    expect(await importAll({ tracks: twice })).toEqual(["tracks 0 3 2"]);
    expect(await stateOf(context.db)).toEqual(before);
    expect(await rowsOf(context.db, "SELECT title FROM tracks ORDER BY id")).toEqual([
      { title: "Un" },
      { title: "Two" },
    ]);
  });

  test("changes nothing where an id comes again thousands of rows later", async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => `a${n},Artist ${n}`);
    const artists = ["id,name", ...rows, "a0,Ada", ""].join("\n");
    expect(await importAll({ artists })).toEqual(["artists 2500 0 1"]);
    expect(await importAll({ artists })).toEqual(["artists 0 2500 1"]);
    expect(await rowsOf(context.db, "SELECT name FROM artists WHERE id = 'a0'")).toEqual([{ name: "Ada" }]);
  });

  test.each([
    ["earlier", "2024-05-01", "2020-05-01"],
    ["later", "2020-05-01", "2024-05-01"],
    ["known at last", "", "2019-01-01"],
  ])("a publication date that is corrected to one %s is the track's from then on", async (_, wrong, right) => {
    const dated = (date: string) => `id,title,artist_ids,published_at\nt1,One,a1,${date}\n`;
    await importAll({ artists: ARTISTS, tracks: dated(wrong) });
    expect(await importAll({ tracks: dated(right) })).toEqual(["tracks 1 0 0"]);
    expect(await publishedOn("t1")).toBe(right);
    expect(await importAll({ tracks: dated(right) })).toEqual(["tracks 0 1 0"]);
    // Facts that are older than the correction come late, and newer ones are no first publication.
    await record(context, track("t1", ["a1"], {}, { time: "2018-01-01T00:00:00Z" }));
    context.clock.set("2026-12-24T00:00:00Z");
    await record(context, track("t1", ["a1"], {}, { time: "2026-12-24T00:00:00Z" }));
    expect(await publishedOn("t1")).toBe(right);
  });

  test("a changed row without a date leaves the track's alone", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS });
    await importAll({ tracks: "id,title,artist_ids\nt1,Uno,a1\n" });
    expect(await publishedOn("t1")).toBe("2020-01-01");
  });

  test("a changed row makes a hidden track public only where it says so", async () => {
    const rows = (title: string, shown: string) => `id,title,artist_ids,public\nt1,${title},a1,${shown}\n`;
    const isPublic = () => rowsOf(context.db, "SELECT public FROM tracks");
    await importAll({ artists: ARTISTS, tracks: rows("One", "false") });
    await importAll({ tracks: "id,title,artist_ids\nt1,Uno,a1\n" });
    expect(await isPublic()).toEqual([{ public: 0 }]);
    await importAll({ tracks: rows("Un", "") });
    expect(await isPublic()).toEqual([{ public: 0 }]);
    await importAll({ tracks: rows("Un", "true") });
    expect(await isPublic()).toEqual([{ public: 1 }]);
  });

  test("an id twice in one file is one play, the first", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS });
    const twice = `${PLAYS}p1,t2,2024-05-05T00:00:00Z,5\n`;
    expect(await importAll({ plays: twice })).toEqual(["plays 2 1 0"]);
  });

  test("equal content under another id is another play", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS, plays: PLAYS });
    expect(await importAll({ plays: PLAYS.replace("p1", "p9") })).toEqual(["plays 1 1 0"]);
  });
});

describe("a bad row", () => {
  beforeEach(() => importAll({ artists: ARTISTS, tracks: TRACKS }));

  test.each([
    ["p9,t1,yesterday,1", "played_at is not an ISO 8601 instant"],
    ["p9,t1,2024-02-30T00:00:00Z,1", "played_at is not an ISO 8601 instant"],
    ["p9,t1,2023-02-29,1", "played_at is not an ISO 8601 instant"],
    ["p9,t1,2024-04-31 10:00:00+0200,1", "played_at is not an ISO 8601 instant"],
    ["p9,t1,2024-01-01T00:00:00Z,-1", "listened_ms is negative"],
    ["p9,t1,2024-01-01T00:00:00Z,1.5", "listened_ms is not a whole number"],
    ["p9,t1,2024-01-01T00:00:00Z,long", "listened_ms is not a number"],
    [",t1,2024-01-01T00:00:00Z,1", "id is empty"],
    ["p9,t9,2024-01-01T00:00:00Z,1", 'track_id "t9" is not known'],
    ["p9,t1,2036-01-01T00:00:00Z,1", "played_at 2036-01-01T00:00:00.000Z lies in the future"],
    ["p9,t1,2024-01-01T00:00:00Z", "has 3 columns where the header has 4"],
    ["p9,t1,2024-01-01T00:00:00Z,1,2", "has 5 columns where the header has 4"],
  ])("of plays in the middle (%s) is reported with its line, and the rest goes in", async (row, problem) => {
    const [header, first, last] = PLAYS.trim().split("\n");
    expect(await importAll({ plays: [header, first, row, last, ""].join("\n") })).toEqual(["plays 2 0 1"]);
    expect(rejected).toEqual([`plays.csv:3: ${problem}`]);
  });

  test.each([
    ["t3,,a1,1,", "title is empty"],
    ["t3,Three,,1,", "artist_ids names no artist"],
    ["t3,Three,a1|a9,1,", 'artist_ids names "a9", which is not known'],
    ["t3,Three,a1,-5,", "duration_ms is negative"],
    ["t3,Three,a1,1,soon", "first_seen is not an ISO 8601 instant"],
    ["t3,Three,a1,1,2030-01-01", "first_seen lies in the future: 2030-01-01T00:00:00.000Z"],
  ])("of tracks in the middle (%s) is reported with its line, and the rest goes in", async (row, problem) => {
    const [header] = TRACKS.split("\n");
    const rows = [header, "t4,Four,a1,1,", row, "t5,Five,a2,1,", ""];
    expect(await importAll({ tracks: rows.join("\n") })).toEqual(["tracks 2 0 1"]);
    expect(rejected).toEqual([`tracks.csv:3: ${problem}`]);
  });

  test("of a track with a picture that is no web address is reported, and the rest goes in", async () => {
    const rows = [
      "id,title,artist_ids,image",
      "t3,Three,a1,javascript:alert(1)",
      "t4,Four,a1,https://example.org/4.png",
      "",
    ];
    expect(await importAll({ tracks: rows.join("\n") })).toEqual(["tracks 1 0 1"]);
    expect(rejected).toEqual(["tracks.csv:2: image is not an http(s) address"]);
  });

  test("with a null character is reported with its line, and the rest goes in", async () => {
    const [header, first, last] = PLAYS.trim().split("\n");
    const row = "p\u00009,t1,2024-01-01T00:00:00Z,1";
    expect(await importAll({ plays: [header, first, row, last, ""].join("\n") })).toEqual(["plays 2 0 1"]);
    expect(rejected).toEqual(["plays.csv:3: holds a null character"]);
  });

  test("with a quote never closed is reported with the lines it takes along, and what came before goes in", async () => {
    const rows = [
      "id,track_id,played_at,listened_ms",
      "p3,t1,2024-01-01T00:00:00Z,1",
      '"p4,t1,2024-01-01T00:00:00Z,1',
      "p5,t1,2024-01-01T00:00:00Z,1",
      "",
    ];
    expect(await importAll({ plays: rows.join("\n") })).toEqual(["plays 1 0 1"]);
    expect(rejected).toEqual([expect.stringMatching(/^plays\.csv:3: none of lines 3 to 4 could be read: /)]);
  });
});

describe("a file that is no good", () => {
  test.each([
    ["lacks a column", "id,title\nt1,One\n", "line 1: the header lacks artist_ids (it has: id, title)"],
    ["has a column twice", "id,title,artist_ids,title\n", "line 1: the header names title twice"],
    ["is empty", "", "line 1: the header lacks id, title, artist_ids (it has: nothing)"],
  ])("that %s stops everything before anything is written", async (_, tracks, message) => {
    await expect(importAll({ artists: ARTISTS, tracks })).rejects.toMatchObject({
      code: "invalid",
      message: `${join(folder, "tracks.csv")}, ${message}`,
    });
    expect(await rowsOf(context.db, "SELECT count(*) AS rows FROM activity")).toEqual([{ rows: 0 }]);
  });

  test("that is not there is named", async () => {
    const missing = importFiles(
      context,
      { plays: join(folder, "no.csv") },
      { vouch: false, onRejected: () => undefined },
    );
    await expect(missing).rejects.toThrow(`${join(folder, "no.csv")}: there is no such file`);
  });

  test("that is no gzip file, whatever its name, is named", async () => {
    await expect(importAll({ plays: PLAYS }, { ending: "csv.gz" })).rejects.toThrow(/plays\.csv\.gz: cannot be read/);
  });

  test("that is not UTF-8 is named with the line, and nothing of it goes in", async () => {
    const latin1 = Buffer.from("id,name\na1,Ada\naö,O\naä,A\n", "latin1");
    await expect(importAll({ artists: latin1 })).rejects.toMatchObject({
      code: "invalid",
      message: `${join(folder, "artists.csv")}: cannot be read: line 3 is not UTF-8`,
    });
    expect(await rowsOf(context.db, "SELECT count(*) AS rows FROM activity")).toEqual([{ rows: 0 }]);
  });

  test("that was cut off says so; imported again whole, everything is there once", async () => {
    await importAll({ artists: ARTISTS, tracks: TRACKS });
    const rows = Array.from({ length: 20_000 }, (_, n) => `p${n},t1,2024-01-01T00:00:00Z,${(n * 7919) % 200_000}`);
    const whole = gzipSync(`id,track_id,played_at,listened_ms\n${rows.join("\n")}\n`);
    const cut = importAll({ plays: whole.subarray(0, whole.length / 2) }, { ending: "csv.gz" });
    await expect(cut).rejects.toThrow(/plays\.csv\.gz: reading stopped: unexpected end of file/);
    expect(await checkLedger(context)).toEqual([]);
    await importAll({ plays: whole }, { ending: "csv.gz" });
    expect(await rowsOf(context.db, "SELECT count(*) AS plays FROM plays")).toEqual([{ plays: 20_000 }]);
  });
});
