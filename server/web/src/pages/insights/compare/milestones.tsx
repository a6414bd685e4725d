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
                  <td key={curves[index]!.title + index}>
                    {count === undefined ? <Missing why={t("compare.not_yet")} /> : format(count)}
                  </td>
                ))}
                <td>
                  {difference === undefined ? (
                    <Missing why={t(days === undefined ? "compare.unlike_ages" : "compare.one_missing")} />
                  ) : (
                    <Lead difference={difference} curves={curves} format={format} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Who is ahead, and by how much. @param difference of the second against the first */
function Lead(props: { difference: number; curves: readonly Curve[]; format: (value: number) => string }) {
  const { difference, curves, format } = props;
  const { t } = useLanguage();
  if (difference === 0) return <>{t("compare.level")}</>;
  const title = curves[difference > 0 ? 1 : 0]!.title;
  return (
    <>
      {t("compare.ahead", { plays: format(Math.abs(difference)) })} <bdi class="milestones-leader muted">{title}</bdi>
    </>
  );
}

function Missing({ why }: { why: string }) {
  return (
    <span class="muted" title={why}>
      <span aria-hidden="true">–</span>
      <span class="hidden-text">{why}</span>
    </span>
  );
}
