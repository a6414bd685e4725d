/** Nothing counted yet. */
export const NO_COUNTS: Uint8Array = new Uint8Array();

/**
 * Counts of keys are packed into bytes, as track_day_audience keeps them: ascending by key, for each the distance from
 * the key before and the count, both as numbers of seven bits a byte, least first, whose last byte alone is below 128.
 * The same counts are the same bytes. This counts each key once more for every time that it is in the list.
 * @param keys whole numbers from 0 to 2^32 - 1, in any order
 */
export function countKeys(packed: Uint8Array, keys: readonly number[]): Buffer {
  const sorted = keys.toSorted((a, b) => a - b);
  const writer = new CountsWriter(packed.length + sorted.length * MOST_BYTES);
  const reader = new NumberReader(packed);
  let next = 0;
  let kept = 0;
  while (!reader.isAtEnd) {
    kept += reader.read();
    let count = reader.read();
    while (next < sorted.length && sorted[next]! < kept) next = writer.putRun(sorted, next);
    for (; next < sorted.length && sorted[next] === kept; next++) count++;
    writer.put(kept, count);
  }
  while (next < sorted.length) next = writer.putRun(sorted, next);
  return writer.written();
}

/** Gives every key with its count to `add`, ascending by key. @param bytes of countKeys */
export function unpackCounts(bytes: Uint8Array, add: (key: number, count: number) => void): void {
  const reader = new NumberReader(bytes);
  let key = 0;
  while (!reader.isAtEnd) {
    key += reader.read();
    add(key, reader.read());
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

class CountsWriter {
  readonly #bytes: Buffer;
  #end = 0;
  #before = 0;
  constructor(mostBytes: number) {
    this.#bytes = Buffer.allocUnsafe(mostBytes);
  }
  put(key: number, count: number): void {
    this.#push(key - this.#before);
    this.#push(count);
    this.#before = key;
  }
  /** Puts the key at `first` with the number of times that it follows itself. @returns where the next key is */
  putRun(sorted: readonly number[], first: number): number {
    const key = sorted[first]!;
    let next = first + 1;
    while (sorted[next] === key) next++;
    this.put(key, next - first);
    return next;
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
