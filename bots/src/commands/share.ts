import { type AnswerLines, createTranslator } from "@beatpass/messages";
import { type Asking, privately, type Reply } from "./command.ts";

/** Names the button that shows an answer to the channel. */
export const SHARE_ACTION = "share";
/** What a press gives back where the answer is to be shown just as its asker sees it. */
export const AS_SEEN = "as-seen";

type Asker = Pick<Asking, "locale" | "community">;

/** The lines of a reply with the button to share it, where it may be. @param value what the press gives back */
export function withShare({ lines, shareable }: Reply, { locale, community }: Asker, value: string): AnswerLines {
  if (!shareable) return lines;
  const label = createTranslator(locale)(`answer.share.${community.platform}`);
  return { ...lines, buttons: [{ label, action: SHARE_ACTION, value }, ...(lines.buttons ?? [])] };
}

/** For who presses a button of old under an answer that is theirs alone. */
export const notShared = ({ locale, community }: Asker): Reply =>
  privately({ lines: [createTranslator(locale)(`answer.share.not.${community.platform}`)] });
