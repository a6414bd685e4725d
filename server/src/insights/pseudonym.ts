import { sha256 } from "../ids.ts";

/** The same for the same account wherever it is shown, and nobody's name. */
export const pseudonym = (userId: string): string =>
  `Listener ${sha256(`listener\u0000${userId}`).slice(0, 6).toUpperCase()}`;
