import {
  type AnnouncementView,
  type ChatPlatform,
  type LinkedMember,
  type Locale,
  NEWS_TOPICS,
} from "@beatpass/shared/contracts";
import type { MessageKey } from "../catalog/index.ts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { type Choice, choicesOf, type FormOccasion } from "./choices.ts";

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
export function privacyForm(
  member: LinkedMember & { isFirst?: boolean },
  { platform, community, locale, isNew }: FormContext,
): PrivacyForm {
  const isFirst = member.isFirst ?? true;
  const occasion: FormOccasion = !isNew ? "linked" : isFirst ? "first-link" : "further-link";
  const t = createTranslator(locale);
  const { producer, level, tracks, plays, privacy, preview } = member;
  const name = cleanText(producer.name);
  return {
    title: isNew ? t("link.done.title", { name }) : t("link.already", { name }),
    lines: isNew ? [t("link.done.body", { level, tracks, plays })] : [],
    question: t("link.page.title", { community: cleanText(community, 60) }),
    preview: { label: t("link.form.preview"), view: preview },
    choices: choicesOf(privacy, platform, locale, occasion),
    save: t("link.form.save"),
    small: [...BEFORE_SAVING[occasion], "link.form.everywhere" as const].map((key) => t(key)).join(" "),
  };
}

const BEFORE_SAVING = {
  "first-link": ["link.form.quiet"],
  "further-link": ["link.form.kept"],
  linked: [],
} as const satisfies Record<FormOccasion, readonly MessageKey[]>;

/** After saving: what holds, and what to try next. */
export function savedLines(ticked: readonly string[], locale: Locale): { lines: string[] } {
  const t = createTranslator(locale);
  const isPosted = NEWS_TOPICS.some((topic) => ticked.includes(topic));
  return { lines: [t("link.form.saved"), ...(isPosted ? [] : [t("link.form.nothing")]), t("link.done.next")] };
}
