import { useLanguage } from "../../settings/language.tsx";

/** The time of day, with the date on hover. */
export function MessageTime({ at }: { at: string }) {
  const { locale } = useLanguage();
  const date = new Date(at);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(date);
  return (
    <time dateTime={at} title={format({ dateStyle: "long", timeStyle: "medium" })}>
      {format({ timeStyle: "short" })}
    </time>
  );
}
