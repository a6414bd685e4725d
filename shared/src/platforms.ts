/** Devices, platforms and the words sources use for them (spec §5 "top devices", "top platforms", §11 platform words). */
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

/**
 * Maps a source's platform and device words, case aside (spec §11). A filled device wins over the one
 * that the platform implies; an empty platform is unknown and stays out of platforms and devices.
 */
export function readPlatform(
  platform?: string | null,
  device?: string | null,
): { platform?: Platform; device?: Device } {
  const word = platform?.trim().toLowerCase() ?? "";
  const known = word === "" ? undefined : (WORDS[word] ?? { platform: "other", device: "tv-other" });
  const named = readDevice(device) ?? known?.device;
  return { ...(known && { platform: known.platform }), ...(named && { device: named }) };
}

function readDevice(device?: string | null): Device | undefined {
  const word = device?.trim().toLowerCase() ?? "";
  if (word === "") return undefined;
  return DEVICES.find((known) => known === word) ?? "tv-other";
}
