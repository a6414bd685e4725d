import { type AnswerLines, createTranslator } from "@beatpass/messages";
import type { Asking, Reply } from "./command.ts";

/** Names the button that shows an answer to the channel. */
export const SHARE_ACTION = "share";

/** The lines of a reply with the button to share it, where it may be. @param value what the press gives back */
export function withShare(
  { lines, shareable }: Reply,
  { locale, community }: Pick<Asking, "locale" | "community">,
  value?: string,
): AnswerLines {
  if (!shareable) return lines;
  const label = createTranslator(locale)(`answer.share.${community.platform}`);
  const share = { label, action: SHARE_ACTION, ...(value !== undefined && { value }) };
  return { ...lines, buttons: [share, ...(lines.buttons ?? [])] };
}
