import { formatClock, formatMoment } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** The time of day, with the date on hover. */
export function MessageTime({ at }: { at: string }) {
  const { locale } = useLanguage();
  return (
    <time dateTime={at} title={formatMoment(at, locale)}>
      {formatClock(at, locale)}
    </time>
  );
}
