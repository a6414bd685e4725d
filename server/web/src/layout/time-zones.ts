/** The zones of the IANA database by region, as the browser knows them; the one that is set is always among them. */
export function timeZoneGroups(
  set: string | undefined,
  known: readonly string[] = Intl.supportedValuesOf("timeZone"),
): { region: string; names: string[] }[] {
  const all = new Set(set === undefined ? known : [...known, set]);
  const groups = Map.groupBy([...all].sort(), (name) =>
    name.includes("/") ? name.slice(0, name.indexOf("/")) : "UTC",
  );
  return [...groups].map(([region, names]) => ({ region, names }));
}

/** The browser's own zone, where it tells. */
export const browserTimeZone = (): string | undefined => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "America/Argentina/Buenos_Aires" as it is read: the place, and its region before it. */
export const timeZoneWords = (name: string): string => name.replaceAll("_", " ");
