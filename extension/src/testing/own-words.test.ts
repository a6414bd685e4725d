import { CATALOGS } from "@beatpass/messages";
import { expect, test } from "vitest";
import { textsNamedIn } from "../../own-words.ts";

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
