import type { AnnouncementView, ChatPlatform, LinkedMember, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { type Choice, choicesOf } from "./choices.ts";

/** The form in which a person says what may be posted and sent, before any platform. */
export type PrivacyForm = {
  title: string;
  lines: string[];
  question: string;
  preview: { label: string; view: AnnouncementView };
  choices: Choice[];
  save: string;
  small: string;
};

export type FormContext = { platform: ChatPlatform; community: string; locale: Locale; isNew: boolean };

/** After linking their own number comes first; nothing of the form holds before it is saved. */
export function privacyForm(member: LinkedMember, { platform, community, locale, isNew }: FormContext): PrivacyForm {
  const t = createTranslator(locale);
  const { producer, level, tracks, plays, privacy, preview } = member;
  const name = cleanText(producer.name);
  return {
    title: isNew ? t("link.done.title", { name }) : t("link.already", { name }),
    lines: isNew ? [t("link.done.body", { level, tracks, plays })] : [],
    question: t("link.page.title", { community: cleanText(community, 60) }),
    preview: { label: t("link.form.preview"), view: preview },
    choices: choicesOf(privacy, platform, locale, isNew),
    save: t("link.form.save"),
    small: isNew ? t("link.form.quiet") : "",
  };
}

/** After saving: what holds, and what to try next. */
export function savedLines(ticked: readonly string[], locale: Locale): { lines: string[] } {
  const t = createTranslator(locale);
  const isPosted = ticked.some((value) => ["level-up", "achievement", "leaderboard"].includes(value));
  return { lines: [t("link.form.saved"), ...(isPosted ? [] : [t("link.form.nothing")]), t("link.done.next")] };
}
