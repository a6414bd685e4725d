import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import type { Movement } from "./board-words.ts";
import { movementSign, movementTone, movementWords } from "./movement-words.ts";

type Props = {
  movement: Movement;
  /** The refresh before the last one. */
  comparedWith: string | undefined;
};

/** Places gained or lost since the refresh before, as a sign and in words. */
export function MovementMark({ movement, comparedWith }: Props) {
  const { locale, t } = useLanguage();
  const now = useNow();
  if (movement === "unknown") {
    return (
      <span class="movement muted" title={t("boards.no_previous")}>
        <span aria-hidden="true">–</span>
        <span class="hidden-text">{t("boards.no_previous")}</span>
      </span>
    );
  }
  if (movement === "new") return <span class="movement fresh">{t("boards.new")}</span>;
  const { places } = movement;
  const words = movementWords(places, comparedWith, { t, locale, now });
  return (
    <span class={`movement ${movementTone(places)}`} title={words}>
      <span aria-hidden="true">
        {movementSign(places)}
        {places !== 0 && ` ${Math.abs(places)}`}
      </span>
      <span class="hidden-text">{words}</span>
    </span>
  );
}
