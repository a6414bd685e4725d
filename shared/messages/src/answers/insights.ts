import type { Answer, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { dateText } from "../wording/dates.ts";
import { percentChangeText, percentText, platformName } from "../wording/figures.ts";
import { joinParts } from "../wording/joins.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

type InsightsAnswer = Extract<Answer, { is: "insights" }>;

/** What `/beatpass insights` answers its owner; figures that are not known are left out, never nought. */
export function insightsLines(
  { insights, asOf, url }: InsightsAnswer,
  locale: Locale,
  context: AnswerContext,
): AnswerLines {
  const t = createTranslator(locale);
  const { subject, plays, downloads, engagement, locations, platforms } = insights;
  const { growthRate, peakDay } = plays;
  const playsText = (n: number) => t("unit.plays", { n });
  return {
    title: joinParts([cleanText(subject.title), subject.artists.map(({ name }) => cleanText(name, 40)).join(", ")]),
    lines: [
      joinParts([
        t("answer.insights.line", { plays: playsText(plays.total) }),
        downloads.total === undefined ? undefined : t("answer.insights.downloads", { n: downloads.total }),
      ]),
      ...(growthRate === undefined
        ? []
        : [t("answer.insights.change", { change: percentChangeText(growthRate, locale) })]),
      ...(peakDay && peakDay.plays > 0
        ? [t("answer.insights.peak", { date: dayText(peakDay.date, locale), plays: playsText(peakDay.plays) })]
        : []),
      ...engagementLines(engagement, locale),
      joinParts([locations[0] && placeText(locations[0], locale), platforms[0] && platformText(platforms[0], locale)]),
    ].filter((line) => line !== ""),
    small: freshness(asOf, context.now, locale),
    ...linkTo(t("notify.spike.button"), url),
  };
}

function engagementLines(engagement: InsightsAnswer["insights"]["engagement"], locale: Locale): string[] {
  const t = createTranslator(locale);
  const { completionRate, averageListenMs, qualityScore, rating } = engagement ?? {};
  if (completionRate === undefined || averageListenMs === undefined) return [];
  const rate = percentText(completionRate, locale);
  return [
    t("answer.insights.engagement", { rate, duration: durationText(averageListenMs) }),
    ...(qualityScore !== undefined && rating !== undefined
      ? [t("answer.insights.quality", { score: Math.round(qualityScore), rating: t(`insights.rating.${rating}`) })]
      : []),
  ];
}

const shareText = ({ name, share }: { name: string; share: number }, locale: Locale) =>
  `${name} ${percentText(share, locale)}`;

const platformText = ({ name, share }: { name: string; share: number }, locale: Locale) =>
  shareText({ name: platformName(name, locale), share }, locale);

function placeText({ name, share }: { name: string; share: number }, locale: Locale): string {
  const country = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  return shareText({ name: /^[A-Z]{2}$/.test(name) ? (country.of(name) ?? name) : cleanText(name), share }, locale);
}

function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const dayText = (date: string, locale: Locale): string =>
  dateText(new Date(date), locale, { dateStyle: "long", timeZone: "UTC" });
