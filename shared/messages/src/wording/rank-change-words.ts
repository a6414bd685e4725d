import type { Locale, RankChange } from "@beatpass/shared/contracts";
import type { Translate } from "../translator.ts";
import { cleanText } from "./clean-text.ts";
import { changeText } from "./scores.ts";

const NAMED = 3;

/** From which place to which, each of how many. */
export function placesWords({ before, now }: RankChange, t: Translate): string {
  const from = before && { from: before.rank, fromTotal: before.total };
  const to = now && { to: now.rank, toTotal: now.total };
  if (from && to) return t("boards.why.from_to", { ...from, ...to });
  if (to) return t("boards.why.entered", to);
  return from ? t("boards.why.left", from) : t("boards.why.none");
}

/** Whose score it was that moved. */
export function causeWords(change: RankChange, t: Translate, locale: Locale): string {
  const { category, before, now, moved } = change;
  if ([before, now].some((place) => place && place.score === undefined)) return t("boards.why.forgotten");
  const mine = changeText(category, (now?.score ?? 0) - (before?.score ?? 0), locale);
  if (moved === "none") return t("boards.why.moved_on");
  if (moved === "others" || mine === undefined) return t("boards.why.others");
  if (moved === "mine") return t("answer.rank.why_me", { mine });
  return t(didOthersScore(change) ? "boards.why.both" : "boards.why.both_perhaps", { mine });
}

/** Whether that is known of anybody: came, left, or had another score before. */
const didOthersScore = ({ passed, passedBy }: RankChange): boolean =>
  [...passed, ...passedBy].some(
    ({ rank, previousRank, score, previousScore }) =>
      rank === undefined ||
      previousRank === undefined ||
      (score !== undefined && previousScore !== undefined && score !== previousScore),
  );

/** Who changed places with one, each with what their score did, and how many more there are. */
export function namesWords(
  people: RankChange["passed"],
  count: number,
  { category }: RankChange,
  t: Translate,
  locale: Locale,
): string {
  const named = people.slice(0, NAMED).map((person) => {
    const name = cleanText(person.name, 60);
    if (person.score === undefined || person.previousScore === undefined) return name;
    const change = changeText(category, person.score - person.previousScore, locale);
    return change === undefined ? name : t("boards.why.named", { name, change });
  });
  if (count <= named.length) return new Intl.ListFormat(locale).format(named);
  return `${named.join(", ")} ${t("announce.unlock.more", { count: count - named.length })}`;
}
