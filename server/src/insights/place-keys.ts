import { DEVICES, type Device, PLATFORMS, type Platform } from "@beatpass/shared/platforms";

/**
 * Keys under which packed counts keep where plays came from. They are stored: devices and platforms may be added at
 * the end of their lists, and nothing moved.
 */
const FIRST_PLATFORM = 32;
const FIRST_COUNTRY = 64;
const A = 65;

const DEVICE_KEYS = new Map(DEVICES.map((device, index) => [device, index]));
const PLATFORM_KEYS = new Map(PLATFORMS.map((platform, index) => [platform, FIRST_PLATFORM + index]));

export const deviceKey = (device: Device): number => DEVICE_KEYS.get(device)!;
export const platformKey = (platform: Platform): number => PLATFORM_KEYS.get(platform)!;
/** @param country two capital letters */
export const countryKey = (country: string): number =>
  FIRST_COUNTRY + (country.charCodeAt(0) - A) * 26 + (country.charCodeAt(1) - A);

export type Place = { kind: "device" | "platform" | "country"; name: string };

/** What a stored key stands for: the other way round of the three above. */
export function placeOf(key: number): Place {
  if (key < FIRST_PLATFORM) return { kind: "device", name: DEVICES[key]! };
  if (key < FIRST_COUNTRY) return { kind: "platform", name: PLATFORMS[key - FIRST_PLATFORM]! };
  const letters = key - FIRST_COUNTRY;
  return { kind: "country", name: String.fromCharCode(A + Math.floor(letters / 26), A + (letters % 26)) };
}
