import type { AnnouncementKind, AnnouncementView, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { joinParts } from "../wording/joins.ts";
import { unlockWords } from "./achievement-unlock.ts";
import { climbWords } from "./climb.ts";
import { communityDigestWords } from "./community-digest.ts";
import { enteredWords } from "./entered.ts";
import { foldedWords } from "./folded.ts";
import { joinedWords } from "./joined.ts";
import { levelUpWords } from "./level-up.ts";
import { numberOneWords } from "./new-number-one.ts";
import { noticeWords } from "./notice.ts";
import { ownDigestWords } from "./own-digest.ts";
import { payoutFailedWords, payoutSentWords } from "./payout.ts";
import { refundWords, saleWords } from "./sale.ts";
import { spikeWords } from "./spike.ts";
import { tierWords } from "./tier-reached.ts";
import { tokenSoonWords } from "./token-soon.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/**
 * What an announcement says, before any platform: plain text in single lines, user text cleaned but not escaped.
 */
type AnnouncementLines = {
  /** Says that the people are made up; stands before everything else. */
  demo?: string;
  title: string;
  context: string;
  /** Of a folded message, one a fact. */
  list?: string[];
  button?: { label: string; url: string };
};

type Writers = {
  [Kind in AnnouncementKind]: (view: AnnouncementOf<Kind>, locale: Locale) => Words;
};

const WRITERS = {
  "level-up": levelUpWords,
  "achievement-unlock": unlockWords,
  "new-number-one": numberOneWords,
  "top-three": enteredWords,
  "top-ten": enteredWords,
  climb: climbWords,
  "tier-reached": tierWords,
  joined: joinedWords,
  spike: spikeWords,
  sale: saleWords,
  refund: refundWords,
  "payout-sent": payoutSentWords,
  "payout-failed": payoutFailedWords,
  folded: foldedWords,
  "community-digest": communityDigestWords,
  "own-digest": ownDigestWords,
  notice: noticeWords,
  "token-soon": tokenSoonWords,
} satisfies Writers;

/** TypeScript cannot pair a union's member with its own writer; the table above is what is checked. */
const write = (view: AnnouncementView, locale: Locale): Words =>
  (WRITERS[view.kind] as (view: AnnouncementView, locale: Locale) => Words)(view, locale);

/** The words of an announcement: who and what, then why. The way on is there only with an http(s) address. */
export function announcementLines(view: AnnouncementView, locale: Locale): AnnouncementLines {
  const t = createTranslator(locale);
  const { title, parts, list, button } = write(view, locale);
  const reported = "basis" in view && view.basis === "reported" ? t("announce.reported") : undefined;
  return {
    ...(view.demo && { demo: t("announce.demo") }),
    title,
    context: joinParts([...parts, reported]),
    ...(list && { list }),
    ...(view.url !== undefined && /^https?:\/\//.test(view.url) && { button: { label: button, url: view.url } }),
  };
}
