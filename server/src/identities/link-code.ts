import { randomInt } from "node:crypto";
import { sha256 } from "../ids.ts";

/** No letter or digit that is read as another one. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 8;

export const CODE_MINUTES = 10;

/** Eight characters in two groups: 31^8 of them, of which a person may try five. */
export function newCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** The hash of a code as it was shown or typed; case, spaces and dashes aside. */
export const hashCode = (typed: string): string => sha256(`link ${typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "")}`);
