import { FailedNote, Skeleton, StaleNote } from "@beatpass/ui";
import type { ComponentChildren, ComponentProps } from "preact";
import { useLanguage } from "../settings/language.tsx";
import { problemWords } from "./problem-words.ts";
import { useNow } from "./use-now.ts";

/** What there is to know of a query, whether it reads one answer or page after page. */
export type Read<Data> = {
  data: Data | undefined;
  isError: boolean;
  error: Error | null;
  dataUpdatedAt: number;
  refetch: () => unknown;
};

/**
 * What a page read, in each state it can be in: awaited, there, there but old (marked), failed (what happened, the
 * request to quote, a way to try again).
 */
export function Answer<Data>({
  query,
  shape,
  children,
}: {
  query: Read<Data>;
  shape: ComponentProps<typeof Skeleton>["shape"];
  children: (data: Data) => ComponentChildren;
}) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    if (!query.isError) return <Skeleton shape={shape} />;
    return <FailedNote {...problemWords(query.error, t)} onRetry={retry} locale={locale} />;
  }
  const asOf = new Date(query.dataUpdatedAt).toISOString();
  return (
    <>
      {query.isError && <StaleNote asOf={asOf} locale={locale} now={now} onRetry={retry} />}
      {children(query.data)}
    </>
  );
}
