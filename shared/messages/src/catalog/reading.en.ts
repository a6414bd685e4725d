/** Asking for another reading of BeatPass. */
export const readingEn = {
  "connect.read_now": "Read now",
  "connect.read_now.next":
    "BeatPass’s figures change every 15 minutes. You can read them again {minutes, plural, one {in # minute} other {in # minutes}}.",
} as const;
