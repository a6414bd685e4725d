/** What was typed into a channel: `/beatpass stats`, with or without a producer, or anything else. */
export type Command = { is: "stats"; producer?: string } | { is: "unknown" };

/** Reads a typed line as both platforms take it: one space or many, the name as it is. */
export function readCommand(typed: string): Command {
  const match = /^\/beatpass\s+stats(?:\s+(.*))?$/is.exec(typed.trim());
  if (!match) return { is: "unknown" };
  const producer = match[1]?.trim();
  return { is: "stats", ...(producer && { producer }) };
}
