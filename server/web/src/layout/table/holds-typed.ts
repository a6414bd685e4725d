const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();

/** Whether one of the texts holds what was typed, accents and case aside. */
export function holdsTyped(texts: readonly (string | undefined)[], typed: string): boolean {
  const wanted = plainText(typed.trim());
  return texts.some((text) => text !== undefined && plainText(text).includes(wanted));
}
