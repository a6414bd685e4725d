/** Devices, platforms, countries and the words sources use for them (spec §5 "top devices" to "top locations", §11 platform words). */
export const DEVICES = ["desktop", "mobile", "tablet", "tv-other"] as const;
export type Device = (typeof DEVICES)[number];

export const PLATFORMS = ["web", "iOS", "Android", "Windows", "macOS", "Linux", "other"] as const;
export type Platform = (typeof PLATFORMS)[number];

const WORDS: Record<string, { platform: Platform; device: Device }> = {
  android: { platform: "Android", device: "mobile" },
  ios: { platform: "iOS", device: "mobile" },
  windows: { platform: "Windows", device: "desktop" },
  mac: { platform: "macOS", device: "desktop" },
  macos: { platform: "macOS", device: "desktop" },
  linux: { platform: "Linux", device: "desktop" },
  web: { platform: "web", device: "desktop" },
  "web player": { platform: "web", device: "desktop" },
  "cast to device": { platform: "other", device: "tv-other" },
};

/** The words for platforms that are known, lower case. */
export const PLATFORM_WORDS = Object.keys(WORDS);

/**
 * Maps a source's platform and device words, case aside (spec §11). A device wins over the one that the platform
 * implies, unless nobody knows the word; an empty platform is unknown and stays out of platforms and devices.
 */
export function readPlatform(
  platform?: string | null,
  device?: string | null,
): { platform?: Platform; device?: Device } {
  const word = platform?.trim().toLowerCase() ?? "";
  const known = word === "" ? undefined : (WORDS[word] ?? { platform: "other", device: "tv-other" });
  const deviceWord = device?.trim().toLowerCase() ?? "";
  const named =
    DEVICES.find((one) => one === deviceWord) ?? known?.device ?? (deviceWord === "" ? undefined : "tv-other");
  return { ...(known && { platform: known.platform }), ...(named && { device: named }) };
}

/** Codes that stand for no country: ISO 3166-1 leaves them to their users, who mean that they do not know it. */
const NO_COUNTRIES = ["XX", "ZZ"];

/** @param code of two letters @returns ISO 3166-1 alpha-2; undefined where it is unknown */
export function readCountry(code?: string | null): string | undefined {
  const country = code?.toUpperCase();
  if (country === undefined || NO_COUNTRIES.includes(country)) return undefined;
  return country === "UK" ? "GB" : country;
}
