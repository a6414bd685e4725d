import {
  type ChatPlatform,
  type Locale,
  type MemberChoices,
  NEWS_TOPICS,
  type Privacy,
} from "@beatpass/shared/contracts";
import type { MessageKey } from "../catalog/index.ts";
import { createTranslator } from "../translator.ts";

/** A thing that can be ticked. */
export type Choice = { value: string; label: string; ticked: boolean };

type ChoiceData = {
  value: string;
  label: MessageKey;
  read: (privacy: Privacy, platform: ChatPlatform) => boolean;
};

const CHOICES: readonly ChoiceData[] = [
  { value: "level-up", label: "link.page.level_up", read: (p, on) => p.announced[on]["level-up"] },
  { value: "achievement", label: "link.page.unlock", read: (p, on) => p.announced[on].achievement },
  { value: "leaderboard", label: "link.page.rank", read: (p, on) => p.announced[on].leaderboard },
  { value: "named", label: "link.page.named", read: (p) => p.named },
  { value: "boards", label: "link.page.boards", read: (p) => p.onBoards },
  { value: "spike", label: "link.told.spike", read: (p, on) => p.told[on].spike },
  { value: "sale", label: "link.told.sale", read: (p, on) => p.told[on].sale },
  { value: "digest", label: "link.told.digest", read: (p, on) => p.told[on].digest },
];

/** Only when somebody links themselves: it is said once. */
const HELLO = { value: "hello", label: "link.page.hello" as const };

/** Silent as a first link is, this is suggested. */
const USUAL: readonly string[] = [...NEWS_TOPICS, "spike"];

/** How somebody comes to the form: their producer's first link on the platform, a further one, or linked before. */
export type FormOccasion = "first-link" | "further-link" | "linked";

/** What a person may tick: as it stands, or at a first link what is usual; nothing of it holds before it is saved. */
export function choicesOf(privacy: Privacy, platform: ChatPlatform, locale: Locale, occasion: FormOccasion): Choice[] {
  const t = createTranslator(locale);
  const suggested = new Set(occasion === "first-link" ? USUAL : []);
  const choices = CHOICES.map(({ value, label, read }) => ({
    value,
    label: t(label),
    ticked: suggested.has(value) || read(privacy, platform),
  }));
  return occasion !== "linked" ? [...choices, { value: HELLO.value, label: t(HELLO.label), ticked: false }] : choices;
}

/** What was ticked, as the server keeps it. */
export function readChoices(ticked: readonly string[]): MemberChoices {
  const has = (value: string) => ticked.includes(value);
  return {
    onBoards: has("boards"),
    named: has("named"),
    announced: { "level-up": has("level-up"), achievement: has("achievement"), leaderboard: has("leaderboard") },
    told: { spike: has("spike"), sale: has("sale"), digest: has("digest") },
    hello: has(HELLO.value),
  };
}
