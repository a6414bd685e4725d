import { timeZoneGroups, timeZoneWords } from "./time-zones.ts";

/** What a choice of a time zone offers, by region. @param set the zone that is chosen, of which the browser may not know */
export function TimeZoneOptions({ set }: { set: string | undefined }) {
  return (
    <>
      {timeZoneGroups(set).map(({ region, names }) => (
        <optgroup key={region} label={region}>
          {names.map((name) => (
            <option key={name} value={name}>
              {timeZoneWords(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
