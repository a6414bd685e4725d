/** Counts by key, as track_day_audience keeps them. */
export type Counts = Map<number, number>;

/**
 * Packs counts into bytes: ascending by key, for each the distance from the key before and the count, both as numbers
 * of seven bits a byte, least first, whose last byte alone is below 128. The same counts give the same bytes.
 * @param counts whole numbers from 0 up; a key beyond 2^32 or a count of 0 has no place here
 */
export function packCounts(counts: Counts): Uint8Array {
  const keys = [...counts.keys()].sort((a, b) => a - b);
  const bytes: number[] = [];
  const push = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  let before = 0;
  for (const key of keys) {
    push(key - before);
    push(counts.get(key)!);
    before = key;
  }
  return Uint8Array.from(bytes);
}

/** Gives every key with its count to `add`, ascending by key. @param bytes of packCounts */
export function unpackCounts(bytes: Uint8Array, add: (key: number, count: number) => void): void {
  let at = 0;
  let key = 0;
  const next = (): number => {
    let byte = bytes[at++]!;
    if (byte < 128) return byte;
    let value = byte - 128;
    for (let unit = 128; ; unit *= 128) {
      byte = bytes[at++]!;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  };
  while (at < bytes.length) {
    key += next();
    add(key, next());
  }
}
