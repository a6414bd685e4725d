import { describe, expect, test } from "vitest";
import { earnsMetadataXp, filledFields, missingMetadata, type TrackMetadata } from "./metadata.ts";

const complete: TrackMetadata = {
  bpm: 92.5,
  key: "A",
  scale: "minor",
  description: "Late bus home",
  tags: ["lo-fi"],
  image: "https://beatpass.example/cover.jpg",
};

describe("metadata completeness", () => {
  test("counts six fields", () => {
    expect(filledFields(complete)).toBe(6);
    expect(filledFields({})).toBe(0);
  });

  test.each([
    ["bpm", 0],
    ["bpm", null],
    ["key", ""],
    ["scale", "  "],
    ["description", undefined],
    ["tags", []],
    ["tags", [" "]],
    ["image", null],
  ] as const)("names %s as missing where it is %j", (field, value) => {
    expect(missingMetadata({ ...complete, [field]: value })).toEqual([field]);
  });
});

describe("the metadata XP", () => {
  test("asks for five fields: a cover is not among them", () => {
    expect(earnsMetadataXp({ ...complete, image: null })).toBe(true);
  });

  test.each(["bpm", "key", "scale", "description", "tags"] as const)("is not earned without %s", (field) => {
    expect(earnsMetadataXp({ ...complete, [field]: null })).toBe(false);
  });
});
