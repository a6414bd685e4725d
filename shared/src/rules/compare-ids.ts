const NUMERIC = /^\d+$/;

/** Strings by code point (spec §12.4); UTF-16 order, JavaScript's own, differs beyond the first plane. */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let index = 0;
  while (index < shorter && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  if (index === shorter) return a.length - b.length;
  return a.codePointAt(index)! - b.codePointAt(index)!;
}

/** Numeric ids as numbers, others by code point (spec §12.4). Numeric ones come first: mixing both has no order. */
export function compareIds(a: string, b: string): number {
  const numericA = NUMERIC.test(a);
  const numericB = NUMERIC.test(b);
  if (numericA !== numericB) return numericA ? -1 : 1;
  return (numericA && compareDigits(a, b)) || compareCodePoints(a, b);
}

function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, "");
  const right = b.replace(/^0+/, "");
  return left.length - right.length || compareCodePoints(left, right);
}
