import type { CommunitySettings } from "@beatpass/shared/contracts";

/** The settings as they stand in the form, and how a part of it changes them. */
export type Draft = { settings: CommunitySettings; change: (change: Partial<CommunitySettings>) => void };

/** What differs from what the server has. */
export function changedFields(saved: CommunitySettings, draft: CommunitySettings): Partial<CommunitySettings> {
  const fields = Object.entries(draft).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(saved[field as keyof CommunitySettings]),
  );
  return Object.fromEntries(fields);
}

/** In or out of a list, at the place that the order of `all` gives it. */
export function toggled<Item>(list: readonly Item[], item: Item, isIn: boolean, all: readonly Item[]): Item[] {
  return all.filter((one) => (one === item ? isIn : list.includes(one)));
}
