import { describe, expect, test } from "vitest";
import { isCompleted, isEligible } from "./eligibility.ts";

const complete = { name: "Kaya Noir", pictures: 1, bio: "Beats from Laval", vouched: false, producerId: "7" };

describe("a completed profile", () => {
  test("has a name, a picture and a bio", () => {
    expect(isCompleted(complete)).toBe(true);
  });

  test.each([{ name: null }, { name: "" }, { pictures: 0 }, { bio: null }, { bio: "" }, { bio: " \n" }])(
    "is not one with %j",
    (gap) => {
      expect(isCompleted({ ...complete, ...gap })).toBe(false);
    },
  );

  test("is any that an operator vouches for", () => {
    expect(isCompleted({ name: "Kaya Noir", pictures: 0, bio: null, vouched: true, producerId: null })).toBe(true);
  });
});

describe("XP", () => {
  test("goes to claimed and completed profiles", () => {
    expect(isEligible(complete)).toBe(true);
  });

  test("does not go to an unclaimed profile, vouched for or not", () => {
    expect(isEligible({ ...complete, producerId: null })).toBe(false);
    expect(isEligible({ ...complete, producerId: null, vouched: true })).toBe(false);
  });

  test("does not go to a claimed profile that is not completed", () => {
    expect(isEligible({ ...complete, bio: null })).toBe(false);
  });
});
