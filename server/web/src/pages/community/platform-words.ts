import type { Translate } from "@beatpass/messages";
import type { ChatPlatform } from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";

/** The page's words: where Discord's French says “salon”, Slack's says “canal”. */
export function usePlatformWords(platform: ChatPlatform): Translate {
  const { t } = useLanguage();
  if (platform === "discord") return t;
  return (key, values) =>
    t(key, values).replaceAll(/\b([Ss])alon(s?)\b/g, (_, s, more) => `${s === "S" ? "C" : "c"}ana${more ? "ux" : "l"}`);
}
