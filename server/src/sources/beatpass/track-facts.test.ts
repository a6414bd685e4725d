import { describe, expect, test } from "vitest";
import { readTrack } from "./api-answers.ts";
import { fieldsOf, trackFact } from "./track-facts.ts";

const read = (more: object = {}) => readTrack({ id: 12, name: "Night Bus", ...more })!;
const fields = (more: object) => fieldsOf(read(more).track, "7");

describe("a track as BeatPass describes it", () => {
  test("keeps what is documented, in the ledger's words", () => {
    const { track, odd } = read({
      image: "https://images.example/12.jpg",
      duration: 184_000.4,
      description: "Dark and slow.",
      bpm: "140",
      key: "A",
      scale: "minor",
      tags: ["trap", { id: 3, name: "dark" }, "trap", " "],
      plays: 31,
      licensing_type: "non_exclusive",
      exclusive_status: null,
      created_at: "2026-03-01T12:00:00.000000Z",
      artists: [
        { id: 7, name: "Kaya" },
        { id: "8", name: "Milo", image: null },
        { id: 7, name: "Kaya" },
      ],
      price: "20.00",
    });
    expect(odd).toEqual([]);
    expect(fieldsOf(track, "7")).toEqual({
      title: "Night Bus",
      artistIds: ["7", "8"],
      public: true,
      image: "https://images.example/12.jpg",
      durationMs: 184_000,
      description: "Dark and slow.",
      bpm: 140,
      key: "A",
      scale: "minor",
      tags: ["trap", "dark"],
      licensing: "non-exclusive",
    });
    expect(track).toMatchObject({ plays: 31, created_at: Date.parse("2026-03-01T12:00:00Z") });
  });

  test("leaves out what it does not say, and credits the artist who was asked for", () => {
    expect(fields({})).toEqual({ title: "Night Bus", artistIds: ["7"], public: true });
    expect(fields({ bpm: null, tags: null })).toEqual({ title: "Night Bus", artistIds: ["7"], public: true });
  });

  test("has nothing where BeatPass says that there is nothing", () => {
    expect(fields({ description: " ", bpm: 0, tags: [], duration: 0, key: "" })).toMatchObject({
      description: null,
      bpm: null,
      tags: null,
      durationMs: null,
      key: null,
    });
  });

  test("names what was not understood and reads the rest", () => {
    const { track, odd } = read({ bpm: "fast", plays: -3, image: "javascript:alert(1)", mood: "blue" });
    expect(odd.sort()).toEqual(["bpm (unreadable)", "image (unreadable)", "mood", "plays (unreadable)"]);
    expect(track).toEqual({ id: "12", name: "Night Bus" });
  });

  test.each([
    ["exclusive", "exclusive-only"],
    ["exclusive_only", "exclusive-only"],
    ["Non-Exclusive", "non-exclusive"],
    ["free", undefined],
  ])("licensing %s is %s", (word, licensing) => {
    expect(fields({ licensing_type: word }).licensing).toBe(licensing);
  });

  test("without an id or a name is none", () => {
    expect(readTrack({ id: 1 })).toBeUndefined();
    expect(readTrack({ name: "x" })).toBeUndefined();
    expect(readTrack(null)).toBeUndefined();
    expect(readTrack([1])).toBeUndefined();
  });

  test("times without a zone are UTC, and one that lies ahead is now", () => {
    expect(read({ created_at: "2026-03-01 12:00:00" }).track.created_at).toBe(Date.parse("2026-03-01T12:00:00Z"));
    expect(read({ created_at: "2026-03-01" }).track.created_at).toBe(Date.parse("2026-03-01T00:00:00Z"));
    expect(trackFact("12", fields({}), 5000, undefined, 4000)).toMatchObject({ kind: "published", at: 4000 });
  });
});
