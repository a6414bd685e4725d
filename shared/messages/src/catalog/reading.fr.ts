import type { readingEn } from "./reading.en.ts";

export const readingFr = {
  "connect.read_now": "Lire maintenant",
  "connect.read_now.next":
    "Les chiffres de BeatPass changent toutes les 15 minutes. Prochaine lecture possible {minutes, plural, one {dans # minute} other {dans # minutes}}.",
} as const satisfies Record<keyof typeof readingEn, string>;
