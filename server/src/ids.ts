import { createHash, randomBytes } from "node:crypto";

/** A random id of lower-case letters and digits: at most 25 characters, Discord's limit for a nonce. */
export function randomId(): string {
  const number = BigInt(`0x${randomBytes(15).toString("hex")}`);
  return number.toString(36).padStart(24, "0").slice(0, 24);
}

/** A stable short id made from parts, for things BeatPass gives no id to. */
export function derivedId(prefix: string, ...parts: string[]): string {
  const hash = createHash("sha256").update(parts.join("\u0000")).digest("hex");
  return `${prefix}${hash.slice(0, 16)}`;
}

/** In hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
