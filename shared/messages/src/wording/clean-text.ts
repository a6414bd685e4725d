const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const ISOLATE = { start: "\u2068", end: "\u2069" };
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
/** Control characters, the marks that turn the reading direction of what follows, and those of channel-mention.ts and relative-time.ts. */
const INVISIBLE =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ue000-\ue004]/gu;

/**
 * User text, fit to stand within one line of ours: one line, no control or direction marks, at most
 * `limit` characters as a reader counts them, right-to-left text kept from turning its surroundings.
 * It still has to be escaped for the platform on which it lands.
 */
export function cleanText(text: string, limit = 80): string {
  const line = text.replaceAll(/\s+/gu, " ").replaceAll(INVISIBLE, "").trim();
  if (line === "") return "–";
  const short = shorten(line, limit);
  return RIGHT_TO_LEFT.test(short) ? ISOLATE.start + short + ISOLATE.end : short;
}

/** A character may carry any number of combining marks, so the length in code units is bounded too. */
function shorten(line: string, limit: number): string {
  let kept = "";
  let count = 0;
  for (const { segment } of graphemes.segment(line)) {
    const last = line.length - kept.length === segment.length;
    if (count + (last ? 0 : 1) >= limit || kept.length + segment.length > limit * 3) return `${kept.trimEnd()}…`;
    kept += segment;
    count++;
  }
  return kept;
}
