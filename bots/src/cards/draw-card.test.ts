import type { AnnouncementView } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { drawCard } from "./draw-card.ts";

const base = { occurredAt: "2026-11-01T00:00:00.000Z", basis: "computed" as const, demo: false };
const levelUp = (name: string): AnnouncementView => ({
  kind: "level-up",
  ...base,
  producer: { id: "1", name },
  fromLevel: 9,
  level: 10,
  title: "Experienced Producer",
  newTitle: true,
  cause: { reason: "total", xp: 1 },
});
const numberOne = (podium: string[] | undefined): AnnouncementView => ({
  kind: "new-number-one",
  ...base,
  producer: { id: "1", name: "Kaya" },
  category: "plays",
  period: "7d",
  total: 12,
  shared: false,
  back: false,
  ...(podium && { podium }),
});

/** Width and height as the file's header has them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("a card is a PNG of 1200 × 600, the same for the same view, with its text alternative in the reader's language", async () => {
  const [first, again] = [await drawCard(levelUp("Kaya Noir"), "fr"), await drawCard(levelUp("Kaya Noir"), "fr")];
  expect(sizeOf(first!.png)).toEqual([1200, 600]);
  expect(first!.png.equals(again!.png)).toBe(true);
  expect(first!.alt).toBe("Kaya Noir, niveau 10, Experienced Producer");
});

test("names in any script are drawn in fonts of our own, never as the same boxes", async () => {
  const names = ["محمد", "山田", "Дима", "שלום", "नमस्ते", "ไทย", "한국", "👩‍🎤", "\u{10FFFD}"];
  const drawn = await Promise.all(
    names.map(async (name) => (await drawCard(levelUp(name), "en"))!.png.toString("base64")),
  );
  expect(new Set(drawn).size).toBe(names.length);
  const { GlobalFonts } = await import("@napi-rs/canvas");
  const ours =
    /^(inter-|noto-sans-|emoji$|Inter$|Noto Sans (Arabic|Hebrew|Devanagari|Thai|JP|KR|SC)|Noto Color Emoji$)/;
  expect(GlobalFonts.families.map(({ family }) => family).filter((family) => !ours.test(family))).toEqual([]);
});

test("a name of any length, and the empty one, gets its card", async () => {
  for (const name of ["", "x".repeat(500), "many words ".repeat(40), "👨‍👩‍👧‍👦".repeat(100)]) {
    expect(sizeOf((await drawCard(levelUp(name), "en"))!.png)).toEqual([1200, 600]);
  }
});

test("a board has its card where three are ranked; other announcements have none", async () => {
  expect((await drawCard(numberOne(["Kaya", "Milo", "Zoë"]), "en"))!.alt).toBe(
    "Plays, last 7 days: first Kaya, second Milo, third Zoë",
  );
  expect(await drawCard(numberOne(undefined), "en")).toBeUndefined();
  const spike = { kind: "spike" as const, ...base, producer: { id: "1", name: "K" }, track: { id: "2", name: "T" } };
  expect(await drawCard({ ...spike, date: "2026-11-01", plays: 9, usual: 2 }, "en")).toBeUndefined();
});
