import { FailedNote, Skeleton } from "@beatpass/ui";
import type { ComponentChildren } from "preact";
import { Suspense } from "preact/compat";
import { useErrorBoundary } from "preact/hooks";
import { useLanguage } from "../settings/language.tsx";
import { problemWords } from "./problem-words.ts";
import { useReloadOnReturn } from "./use-reload-on-return.ts";

const reload = () => {
  // Without network there would be nothing left of the page.
  if (navigator.onLine) location.reload();
};

/** A page that cannot be loaded or drawn says so, and leaves the way to the others open. */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const { locale, t } = useLanguage();
  const [error] = useErrorBoundary();
  useReloadOnReturn(error !== undefined);
  // A page's script is gone after an update of the server: only loading everything anew brings the current one.
  if (error) return <FailedNote {...problemWords(error, t)} onRetry={reload} locale={locale} />;
  return <Suspense fallback={<Skeleton shape="panel" />}>{children}</Suspense>;
}
