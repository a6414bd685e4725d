import { expect, test } from "vitest";
import { readCountry, readPlatform } from "./platforms.ts";

test.each([
  ["iOS", "Tablet", { platform: "iOS", device: "tablet" }],
  ["iOS", "phone", { platform: "iOS", device: "mobile" }],
  ["toaster", "phone", { platform: "other", device: "tv-other" }],
  ["", "phone", { device: "tv-other" }],
  ["", "mobile", { device: "mobile" }],
  ["", "", {}],
])("the platform %j on the device %j is %j", (platform, device, read) => {
  expect(readPlatform(platform, device)).toEqual(read);
});

test.each([
  ["ca", "CA"],
  ["uk", "GB"],
  ["GB", "GB"],
  ["ZZ", undefined],
  ["xx", undefined],
  [null, undefined],
])("the country %j is %j", (code, country) => {
  expect(readCountry(code)).toBe(country);
});
