import type { Locale } from "@beatpass/shared/contracts";
import { CODE_MINUTES } from "../linking/link-lines.ts";
import { createTranslator } from "../translator.ts";

export const CODE_MODAL = "link-code";
export const CODE_FIELD = "code";

const TITLE_LENGTH = 45;
const DESCRIPTION_LENGTH = 100;

export type DiscordModal = {
  custom_id: string;
  title: string;
  components: {
    type: 18;
    label: string;
    description: string;
    component: { type: 4; custom_id: string; style: 1; min_length: number; max_length: number; required: boolean };
  }[];
};

/** Where a person types the code of their dashboard. */
export function codeModal(locale: Locale): DiscordModal {
  const t = createTranslator(locale);
  return {
    custom_id: CODE_MODAL,
    title: t("link.code.title").slice(0, TITLE_LENGTH),
    components: [
      {
        type: 18,
        label: t("link.code.label").slice(0, TITLE_LENGTH),
        description: t("link.code.hint", { minutes: CODE_MINUTES }).slice(0, DESCRIPTION_LENGTH),
        component: { type: 4, custom_id: CODE_FIELD, style: 1, min_length: 4, max_length: 40, required: true },
      },
    ],
  };
}
