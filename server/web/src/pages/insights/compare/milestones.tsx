import { useLanguage } from "../../../settings/language.tsx";
import { type Curve, milestonesOf } from "./align-curves.ts";

/** Both at the same ages, in figures. */
export function Milestones({ curves, format }: { curves: readonly Curve[]; format: (value: number) => string }) {
  const { t } = useLanguage();
  return (
    <section class="bp-panel">
      <h2 class="bp-panel-title">{t("compare.side_by_side")}</h2>
      <div class="milestones-scroll">
        <table class="milestones">
          <thead>
            <tr>
              <td />
              {curves.map(({ title }, index) => (
                <th key={`${index}-${title}`} scope="col">
                  <bdi>{title}</bdi>
                </th>
              ))}
              <th scope="col">{t("compare.difference")}</th>
            </tr>
          </thead>
          <tbody>
            {milestonesOf(curves).map(({ days, plays, difference }) => (
              <tr key={days ?? "today"}>
                <th scope="row">{days === undefined ? t("compare.today") : t("compare.after", { days })}</th>
                {plays.map((count, index) => (
                  <td key={curves[index]!.title + index}>{count === undefined ? <NotYet /> : format(count)}</td>
                ))}
                <td class={difference === undefined ? "muted" : undefined}>
                  {difference === undefined ? "–" : signed(difference, format)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const signed = (value: number, format: (value: number) => string): string =>
  value === 0 ? format(0) : `${value > 0 ? "+" : "−"}${format(Math.abs(value))}`;

function NotYet() {
  const { t } = useLanguage();
  return (
    <span class="muted" title={t("compare.not_yet")}>
      <span aria-hidden="true">–</span>
      <span class="hidden-text">{t("compare.not_yet")}</span>
    </span>
  );
}
