import { isUtf8 } from "node:buffer";

/**
 * Passes UTF-8 on: bytes that are none would become the same character whatever they are, and different ids one.
 * @throws Error naming the line with the first such byte
 */
export async function* utf8Only(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  const checked = (bytes: Buffer): Buffer => {
    if (!isUtf8(bytes)) throw new Error(`line ${line + linesBeforeFault(bytes)} is not UTF-8`);
    line += newlines(bytes);
    return bytes;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = endOfWhole(bytes);
    rest = bytes.subarray(end);
    yield checked(bytes.subarray(0, end));
  }
  yield checked(rest);
}

/** Where the last character begins if it may lack bytes that are still to come; else the end. */
function endOfWhole(bytes: Buffer): number {
  let last = bytes.length - 1;
  if (last < 0 || bytes[last]! < 0x80) return bytes.length;
  // At most three bytes follow the first one of a character.
  while (last > 0 && last > bytes.length - 4 && bytes[last]! < 0xc0) last--;
  return last;
}

const NEWLINE = 0x0a;

/** A newline is never part of another character: each line can be looked at alone. */
function linesBeforeFault(bytes: Buffer): number {
  let start = 0;
  for (let lines = 0; ; lines++) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return lines;
    start = end + 1;
  }
}

function newlines(bytes: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) found++;
  return found;
}
