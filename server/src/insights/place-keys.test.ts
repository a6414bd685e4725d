import { DEVICES, PLATFORMS } from "@beatpass/shared/platforms";
import { expect, test } from "vitest";
import { countryKey, deviceKey, placeOf, platformKey } from "./place-keys.ts";

test("every place has a key of its own, which leads back to it", () => {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const places = [
    ...DEVICES.map((name) => ({ key: deviceKey(name), kind: "device", name })),
    ...PLATFORMS.map((name) => ({ key: platformKey(name), kind: "platform", name })),
    ...letters.flatMap((first) =>
      letters.map((second) => ({ key: countryKey(first + second), kind: "country", name: first + second })),
    ),
  ];
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
  for (const { key, ...place } of places) expect(placeOf(key)).toEqual(place);
});

test("keys that are stored stay as they are", () => {
  expect([deviceKey("desktop"), deviceKey("tv-other"), platformKey("web"), platformKey("other")]).toEqual([
    0, 3, 32, 38,
  ]);
  expect([countryKey("AA"), countryKey("CA"), countryKey("ZZ")]).toEqual([64, 116, 739]);
});
