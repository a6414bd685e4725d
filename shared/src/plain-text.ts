/** A text without case and accents, to compare what somebody typed with: "Élan" and "elan" are both "elan". */
export const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
