import type { pageWordsEn } from "./page-words.en.ts";

export const pageWordsFr = {
  "rank.place": "n° {rank, number}",
  "table.sort_by": "Trier par",
  "insights.listener": "Compte {code}",
} as const satisfies Record<keyof typeof pageWordsEn, string>;
