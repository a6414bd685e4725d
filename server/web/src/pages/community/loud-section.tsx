import { type BoardName, NEWS_PERIODS } from "@beatpass/shared/contracts";
import { CATEGORIES, RARITIES } from "@beatpass/shared/rules";
import { useLanguage } from "../../settings/language.tsx";
import { type Draft, toggled } from "./draft.ts";
import { Field, NumberField } from "./field.tsx";

const BOARDS = CATEGORIES.flatMap((category) => NEWS_PERIODS.map((period): BoardName => `${category}:${period}`));

/** From which level, rarity and number of members on something is told, and which boards are news. */
export function LoudSection({ settings, change }: Draft) {
  const { t } = useLanguage();
  return (
    <section class="panel settings-section">
      <h2>{t("community.loud")}</h2>
      <div class="field-grid">
        <NumberField
          label={t("community.level_from")}
          hint={t("community.level_from.hint")}
          value={settings.levelUpFrom}
          min={1}
          max={100}
          onChange={(levelUpFrom) => change({ levelUpFrom })}
        />
        <Field label={t("community.unlocks_from")} hint={t("community.unlocks_from.hint")}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={settings.unlocksFrom}
              onChange={({ currentTarget }) =>
                change({ unlocksFrom: RARITIES.find((rarity) => rarity === currentTarget.value) ?? "rare" })
              }
            >
              {RARITIES.map((rarity) => (
                <option key={rarity} value={rarity}>
                  {t(`rarity.${rarity}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <NumberField
          label={t("community.rank_members")}
          hint={t("community.rank_members.hint")}
          value={settings.rankNewsMembers}
          min={1}
          max={10_000}
          onChange={(rankNewsMembers) => change({ rankNewsMembers })}
        />
        <NumberField
          label={t("community.top_ten")}
          hint={t("community.top_ten.hint")}
          value={settings.topTenRanked}
          min={10}
          max={10_000}
          onChange={(topTenRanked) => change({ topTenRanked })}
        />
      </div>
      <BoardTable settings={settings} change={change} />
    </section>
  );
}

function BoardTable({ settings, change }: Draft) {
  const { t } = useLanguage();
  const periodName = (period: (typeof NEWS_PERIODS)[number]) =>
    period === "season" ? t("community.period.season") : t(`period.${period}`);
  return (
    <table class="switches boards-switches">
      <caption class="settings-caption">{t("community.boards")}</caption>
      <thead>
        <tr>
          <td />
          {NEWS_PERIODS.map((period) => (
            <th key={period} scope="col">
              {periodName(period)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CATEGORIES.map((category) => (
          <tr key={category}>
            <th scope="row">{t(`category.${category}`)}</th>
            {NEWS_PERIODS.map((period) => {
              const board: BoardName = `${category}:${period}`;
              const label = t("community.board_of", {
                category: t(`category.${category}`),
                period: periodName(period),
              });
              return (
                <td key={period}>
                  <input
                    type="checkbox"
                    aria-label={label}
                    checked={settings.boards.includes(board)}
                    onChange={({ currentTarget }) =>
                      change({ boards: toggled(settings.boards, board, currentTarget.checked, BOARDS) })
                    }
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
