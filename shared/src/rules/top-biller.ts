import type { CatalogTrack, TrackSales } from "./catalog.ts";

/**
 * The tracks with the highest earnings on the platform (spec §4 Top Biller): one per currency, as amounts stay
 * apart by currency, and all of equals.
 */
export function topBilledTracks(tracks: readonly CatalogTrack[], sales: readonly TrackSales[]): Set<string> {
  const known = new Set(sales.length === 0 ? [] : tracks.map(({ id }) => id));
  const highest = new Map<string, number>();
  const counted = sales.filter(({ trackId, amount }) => known.has(trackId) && amount > 0);
  for (const { currency, amount } of counted) highest.set(currency, Math.max(highest.get(currency) ?? 0, amount));
  return new Set(
    counted.filter(({ currency, amount }) => amount === highest.get(currency)).map(({ trackId }) => trackId),
  );
}
