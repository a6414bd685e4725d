import type { LinkAnswer, Locale, MemberAnswer, UnlinkAnswer } from "@beatpass/shared/contracts";
import type { AnswerButton, AnswerLines } from "../answers/answer-lines.ts";
import { LINK_START } from "../answers/lines.ts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { untilText } from "../wording/until-text.ts";

/** Names the button that links another producer than before, with the code that was typed. */
export const LINK_REPLACE = "relink";
export const CODE_MINUTES = 10;

const codeButton = (label: string): AnswerButton => ({ label, action: LINK_START, style: "primary" });

/** What `/beatpass link` answers: where the code is and where it goes; or that there is a link already. */
export function linkStartLines(member: MemberAnswer, community: string, locale: Locale): AnswerLines {
  const t = createTranslator(locale);
  if (member.is === "linked") {
    const name = cleanText(member.producer.name);
    return { lines: [t("link.already", { name })], buttons: [{ label: t("link.switch"), action: LINK_START }] };
  }
  const { settingsUrl } = member;
  return {
    lines: [t("link.start", { community: cleanText(community, 100) }), t("link.where")],
    small: t("link.code.hint", { minutes: CODE_MINUTES }),
    buttons: [
      codeButton(t("link.start.button")),
      ...(settingsUrl === undefined ? [] : [{ label: t("link.open_settings"), url: settingsUrl }]),
    ],
  };
}

type NotLinked = Exclude<LinkAnswer, { is: "linked" }>;

/** What became of a code that did not link. @param code as it was typed, for whoever confirms it */
export function notLinkedLines(answer: NotLinked, code: string, locale: Locale, now: Date): AnswerLines {
  const t = createTranslator(locale);
  switch (answer.is) {
    case "already":
      return { lines: [t("link.already", { name: cleanText(answer.producer.name) })] };
    case "other": {
      const names = { name: cleanText(answer.producer.name), wanted: cleanText(answer.wanted.name) };
      const label = t("link.other.confirm", { wanted: cleanText(answer.wanted.name, 24) });
      return {
        lines: [t("link.other", names)],
        buttons: [{ label, action: LINK_REPLACE, value: code.slice(0, 40), style: "danger" }],
      };
    }
    case "wrong-code":
      return { lines: [t("link.code.wrong")], buttons: [codeButton(t("link.code.again"))] };
    case "expired-code":
      return { lines: [t("link.code.expired")], buttons: [codeButton(t("link.code.again"))] };
    case "too-many-tries":
      return { lines: [t("link.code.many", { when: untilText(answer.until, now, locale) })] };
  }
}

/** What `/beatpass unlink` answers. */
export const unlinkedLines = ({ wasLinked, stays }: UnlinkAnswer, community: string, locale: Locale): AnswerLines => {
  const t = createTranslator(locale);
  const key = stays ? (`link.removed.${stays}` as const) : "link.removed";
  return { lines: [wasLinked ? t(key, { community: cleanText(community, 100) }) : t("link.not_linked")] };
};
