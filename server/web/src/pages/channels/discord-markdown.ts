import { whenText } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

/** A piece of a Discord message: plain text, or a style around pieces. */
export type Piece = string | { style: Style; pieces: Piece[] };
export type Style = "strong" | "em" | "u" | "s" | "code";

const MARKS: readonly (readonly [mark: string, style: Style])[] = [
  ["**", "strong"],
  ["__", "u"],
  ["~~", "s"],
  ["*", "em"],
  ["_", "em"],
  ["`", "code"],
];

/** A line with Discord's relative times as they are read now. */
export const withTimes = (line: string, now: Date, locale: Locale): string =>
  line.replaceAll(/<t:(\d+):R>/g, (_, seconds) => whenText(new Date(seconds * 1000).toISOString(), now, locale));

/** A line of Discord's markdown as pieces: a backslash takes a mark's meaning away, a mark without its end is text. */
export function readMarkdown(line: string): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") pieces.push(text);
    text = "";
  };
  let at = 0;
  while (at < line.length) {
    if (line[at] === "\\" && /[^0-9A-Za-z\s]/.test(line[at + 1] ?? "")) {
      text += line[at + 1];
      at += 2;
      continue;
    }
    const styled = readStyled(line, at);
    if (!styled) {
      text += line[at];
      at += 1;
      continue;
    }
    flush();
    pieces.push(styled.piece);
    at = styled.end;
  }
  flush();
  return pieces;
}

function readStyled(line: string, at: number): { piece: Piece; end: number } | undefined {
  for (const [mark, style] of MARKS) {
    if (!line.startsWith(mark, at)) continue;
    const from = at + mark.length;
    // A star before a space is a star.
    if (style !== "code" && /^(\s|$)/.test(line[from] ?? "")) continue;
    const to = endOf(line, mark, from);
    if (to === undefined || to === from) continue;
    const inner = line.slice(from, to);
    return { piece: { style, pieces: style === "code" ? [inner] : readMarkdown(inner) }, end: to + mark.length };
  }
  return undefined;
}

/** Where the mark comes again, not taken away by a backslash. */
function endOf(line: string, mark: string, from: number): number | undefined {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line.startsWith(mark, at)) return at;
  }
  return undefined;
}
