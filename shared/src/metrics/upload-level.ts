/** The levels of the upload calendar by uploads a day: 0, 1–2, 3–4, 5–6, 7 and more (spec §7). */
export const UPLOAD_LEVELS = ["0", "1–2", "3–4", "5–6", "7+"] as const;

/** Which of UPLOAD_LEVELS a day has. */
export const uploadLevel = (uploads: number): 0 | 1 | 2 | 3 | 4 => {
  if (uploads <= 0) return 0;
  if (uploads <= 2) return 1;
  if (uploads <= 4) return 2;
  return uploads <= 6 ? 3 : 4;
};
