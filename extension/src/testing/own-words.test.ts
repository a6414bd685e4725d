import { CATALOGS, metricWords } from "@beatpass/messages";
import { expect, test } from "vitest";
import { metricsNamedIn, textsNamedIn } from "../../own-words.ts";

test("a bundle gets the texts that its code names, in both languages, and no others", () => {
  const named = textsNamedIn(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as a bundle holds it.
    "t('popup.plays'),t(`rank.up`,{steps}),t(`tier.${x}`),t(\"period.\"+p),t(`notify.${k}.title`)",
  );
  const keys = Object.keys(named.en);
  expect(keys).toEqual(Object.keys(named.fr));
  expect(keys).toEqual(
    Object.keys(CATALOGS.en).filter((key) => /^(popup\.plays|rank\.up)$|^(tier|period|notify)\./.test(key)),
  );
  expect(named.fr["popup.plays"]).toEqual([{ type: 0, value: CATALOGS.fr["popup.plays"] }]);
});

test("a bundle gets the meanings of the figures that its code names, in both languages, and no others", () => {
  const { en, fr } = metricsNamedIn("named(`completion-rate`),{means:\"plays\"},f('downloads-total')");
  expect(en.map(({ slug }) => slug)).toEqual(["plays", "completion-rate"]);
  expect(Object.keys(fr)).toEqual(["plays", "completion-rate"]);
  expect(fr.plays).toEqual(metricWords("plays", "fr"));
});
