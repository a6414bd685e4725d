import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import type { Found } from "../../content/read-page.ts";

/** Copies the address of the subject on BeatPass; false where the browser does not let us. */
export const copyLink = ({ path }: Found): Promise<boolean> =>
  navigator.clipboard.writeText(BEATPASS_ORIGIN + path).then(
    () => true,
    () => false,
  );
