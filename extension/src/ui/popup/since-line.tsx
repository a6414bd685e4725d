import { changesText } from "@beatpass/messages";
import type { Changes } from "@beatpass/shared/contracts";
import { locale } from "../translate.ts";

/** What changed since the last look. Its place is kept while it is not known yet: nothing jumps. */
export function SinceLine({ changes }: { changes: Changes | undefined }) {
  const text = changes && changesText(changes, locale, { now: new Date() });
  return (
    <p class="since" role="status" title={text}>
      {text}
    </p>
  );
}
