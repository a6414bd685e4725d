import { Freshness } from "@beatpass/ui";
import { useLanguage } from "../settings/language.tsx";
import { useNow } from "./use-now.ts";

/** How fresh the figures are, as everywhere. */
export function Age({ asOf }: { asOf: string }) {
  const { locale } = useLanguage();
  const now = useNow();
  return <Freshness asOf={asOf} locale={locale} now={now} />;
}
