import { useLanguage } from "../../settings/language.tsx";
import type { Movement } from "./board-words.ts";

/** Places gained or lost, as a sign and a word. */
export function MovementMark({ movement }: { movement: Movement }) {
  const { t } = useLanguage();
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
  if (places === 0) {
    return (
      <span class="movement muted">
        <span aria-hidden="true">=</span>
        <span class="hidden-text">{t("rank.same")}</span>
      </span>
    );
  }
  return (
    <span class={places > 0 ? "movement good" : "movement bad"}>
      <span aria-hidden="true">
        {places > 0 ? "▲" : "▼"} {Math.abs(places)}
      </span>
      <span class="hidden-text">
        {places > 0 ? t("rank.up", { steps: places }) : t("rank.down", { steps: -places })}
      </span>
    </span>
  );
}
