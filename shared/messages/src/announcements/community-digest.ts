import type { CommunityDigestLine, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { dayRange } from "../wording/digests.ts";
import { percentChangeText } from "../wording/figures.ts";
import { shortList } from "../wording/joins.ts";
import type { AnnouncementOf, Words } from "./words.ts";

const NAME_LENGTH = 60;

/** A community's week: its plays together, and who stood out. */
export function communityDigestWords(view: AnnouncementOf<"community-digest">, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: t("digest.community.title", { community: cleanText(view.community.name, 100) }),
    parts: [t("digest.community.range", dayRange(view.range, locale))],
    list: view.lines.map((line) => lineText(line, locale)),
    button: t("digest.community.button"),
  };
}

function lineText(line: CommunityDigestLine, locale: Locale): string {
  const t = createTranslator(locale);
  switch (line.about) {
    case "plays":
      return line.change === undefined
        ? t("digest.community.plays_only", { plays: line.plays })
        : t("digest.community.plays", { plays: line.plays, change: percentChangeText(line.change, locale) });
    case "top":
      return t("digest.community.top", { name: cleanText(line.name, NAME_LENGTH), plays: line.plays });
    case "climb": {
      const { from, to } = line;
      const category = t(`category.${line.category}`);
      return t("digest.community.climb", { name: cleanText(line.name, NAME_LENGTH), from, to, category });
    }
    case "new":
      return t("digest.community.new", { names: shortList(line.names, locale) });
    case "rarest": {
      const achievement = cleanText(line.achievement.name, NAME_LENGTH);
      return t("digest.community.rarest", { achievement, name: cleanText(line.name, NAME_LENGTH) });
    }
  }
}
