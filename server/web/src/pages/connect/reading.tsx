import type { BeatPassConnection } from "@beatpass/shared/contracts";
import { useLanguage } from "../../settings/language.tsx";

/** How far the reading of the catalog has come. */
export function Reading({ reading }: { reading: NonNullable<BeatPassConnection["reading"]> }) {
  const { t } = useLanguage();
  const { done, total, problem } = reading;
  const words =
    total === undefined
      ? t("connect.reading.open", { done })
      : t("dash.first_sync", { done: Math.min(done, total), total });
  return (
    <div class="connect-reading">
      <p role="status">{words}</p>
      <progress
        class="bar"
        aria-label={t("connect.reading")}
        {...(total !== undefined && { max: Math.max(total, 1), value: Math.min(done, total) })}
      />
      {problem && (
        <p class="warn">
          {problem === "unavailable" ? t("connect.waits") : t("connect.odd", { operator: t("connect.operator") })}
        </p>
      )}
    </div>
  );
}
