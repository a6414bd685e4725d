import type { Translate } from "@beatpass/messages";
import type { Locale, Progress } from "@beatpass/shared/contracts";
import { METADATA_XP_FIELDS } from "@beatpass/shared/metrics";
import type { XpSource } from "@beatpass/shared/rules";

/** What a source pays, by the rules that the server goes by. */
export function ruleWords(
  source: XpSource,
  { rules, achievements }: Pick<Progress, "rules" | "achievements">,
  t: Translate,
  locale: Locale,
): string {
  switch (source) {
    case "upload":
      return t("progress.rule.upload", { xp: rules.upload });
    case "play":
      return t(`progress.rule.play.${rules.play.per}`, { xp: rules.play.xp });
    case "metadata": {
      const fields = new Intl.ListFormat(locale).format(METADATA_XP_FIELDS.map((field) => t(`metadata.${field}`)));
      return t("progress.rule.metadata", { xp: rules.metadata, fields });
    }
    case "collaboration":
      return t("progress.rule.collaboration", { xp: rules.collaboration });
    case "achievement": {
      const worth = achievements.map(({ xp }) => xp);
      return t("progress.rule.achievement", { least: Math.min(...worth), most: Math.max(...worth) });
    }
  }
}

/** What one of it pays; undefined where that differs from one to the next. */
export function worthOfOne(source: XpSource, { rules }: Pick<Progress, "rules">): number | undefined {
  if (source === "achievement") return undefined;
  return source === "play" ? rules.play.xp : rules[source];
}
