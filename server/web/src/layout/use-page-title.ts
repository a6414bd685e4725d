import { useLayoutEffect } from "preact/hooks";

const PRODUCT = "BeatPass Companion";

/** Names the page in the tab. */
export function usePageTitle(title: string | undefined): void {
  useLayoutEffect(() => {
    document.title = title ? `${title} · ${PRODUCT}` : PRODUCT;
  }, [title]);
}
