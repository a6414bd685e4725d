import { plainText } from "@beatpass/shared/plain-text";

/** Whether one of the texts holds what was typed, accents and case aside. */
export function holdsTyped(texts: readonly (string | undefined)[], typed: string): boolean {
  const wanted = plainText(typed.trim());
  return texts.some((text) => text !== undefined && plainText(text).includes(wanted));
}
