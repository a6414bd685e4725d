import { useState } from "preact/hooks";
import type { Found } from "../../content/read-page.ts";
import { t } from "../translate.ts";
import { copyLink } from "./copy-link.ts";

/** Copies the subject's address and says whether that worked. */
export function CopyLinkButton({ found }: { found: Found }) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <button type="button" class="bp-button bp-button-quiet" onClick={async () => setCopied(await copyLink(found))}>
      <span aria-live="polite">{copyLabel(copied)}</span>
    </button>
  );
}

/** What a button that copies says: before, and after it did or could not. */
export const copyLabel = (copied: boolean | undefined): string =>
  copied === undefined ? t("denied.public_link") : t(copied ? "copy.done" : "copy.failed");
