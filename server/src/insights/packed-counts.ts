/*
 * Counts of keys, as track_day_audience keeps them. Packed, they are runs: in each, ascending by key, for every key the
 * distance from the key before and the count, both as numbers of seven bits a byte, least first, whose last byte alone
 * is below 128. A run after another begins with RUN_START: a distance and a count of 0, as no key has. The counts of a
 * key in several runs add up, so that counts are added to by appending a run, without reading what is there.
 */

/** Between two runs, as SQL has it. */
export const RUN_START = "x'0000'";

/** Counts how often each key is in a list. @param keys whole numbers from 0 to 2^32 - 1, in any order @returns one run */
export function packKeys(keys: readonly number[]): Buffer {
  const sorted = keys.toSorted((a, b) => a - b);
  const run = new RunWriter(sorted.length);
  for (let first = 0; first < sorted.length; ) {
    const key = sorted[first]!;
    let next = first + 1;
    while (sorted[next] === key) next++;
    run.put(key, next - first);
    first = next;
  }
  return run.written();
}

/** The same counts in one run: the same counts are the same bytes then. */
export function mergeRuns(packed: Uint8Array): Buffer {
  const counts = new Map<number, number>();
  unpackCounts(packed, (key, count) => counts.set(key, (counts.get(key) ?? 0) + count));
  const run = new RunWriter(counts.size);
  for (const key of [...counts.keys()].sort((a, b) => a - b)) run.put(key, counts.get(key)!);
  return run.written();
}

/** Gives every key with its count to `add`, ascending by key within a run; a key may come once for every run. */
export function unpackCounts(packed: Uint8Array, add: (key: number, count: number) => void): void {
  const reader = new NumberReader(packed);
  let key = 0;
  while (!reader.isAtEnd) {
    key += reader.read();
    const count = reader.read();
    if (count === 0) key = 0;
    else add(key, count);
  }
}

class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }
  read(): number {
    let byte = this.#bytes[this.#at++]!;
    if (byte < 128) return byte;
    let value = byte - 128;
    for (let unit = 128; ; unit *= 128) {
      byte = this.#bytes[this.#at++]!;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  }
}

/** Of a key below 2^32 and a count below 2^53. */
const MOST_BYTES = 5 + 8;

class RunWriter {
  readonly #bytes: Buffer;
  #end = 0;
  #before = 0;
  constructor(keys: number) {
    this.#bytes = Buffer.allocUnsafe(keys * MOST_BYTES);
  }
  put(key: number, count: number): void {
    this.#push(key - this.#before);
    this.#push(count);
    this.#before = key;
  }
  written(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }
  #push(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes[this.#end++] = (rest % 128) + 128;
    this.#bytes[this.#end++] = rest;
  }
}
