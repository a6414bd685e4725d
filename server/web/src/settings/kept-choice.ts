/**
 * A choice that this browser keeps. Where it may keep nothing (private windows, blocked storage), the choice
 * holds until the page is left.
 */
export type KeptChoice<Value extends string> = { read(): Value | undefined; write(value: Value): void };

export const keptChoice = <Value extends string>(key: string, allowed: readonly Value[]): KeptChoice<Value> => ({
  read: () => {
    try {
      const kept = localStorage.getItem(key);
      return allowed.find((value) => value === kept);
    } catch {
      return undefined;
    }
  },
  write: (value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Not kept: see above.
    }
  },
});
