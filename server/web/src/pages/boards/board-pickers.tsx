import { periodName } from "@beatpass/messages";
import { CATEGORIES } from "@beatpass/shared/rules";
import { useQuery } from "@tanstack/preact-query";
import { communitiesQuery } from "../../api/queries.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";
import { type BoardChoice, isSeason, ROLLING_PERIODS, seasonsOffered } from "./board-choice.ts";

const PLATFORM_NAMES = { discord: "Discord", slack: "Slack" } as const;

type Props = {
  choice: BoardChoice;
  pastSeasons?: readonly string[] | undefined;
  onPick: (part: Partial<BoardChoice>) => void;
};

/** Which board is looked at: category, period, among whom. */
export function BoardPickers({ choice, pastSeasons, onPick }: Props) {
  const { t } = useLanguage();
  return (
    <div class="board-pickers">
      <fieldset class="chips">
        <legend class="hidden-text">{t("boards.category")}</legend>
        {CATEGORIES.map((category) => (
          <button
            key={category}
            type="button"
            class="chip"
            aria-pressed={choice.category === category}
            onClick={() => onPick({ category })}
          >
            {t(`category.${category}`)}
          </button>
        ))}
      </fieldset>
      <div class="board-pickers-second">
        <PeriodPicker choice={choice} pastSeasons={pastSeasons} onPick={onPick} />
        <CommunityPicker choice={choice} onPick={onPick} />
      </div>
    </div>
  );
}

function PeriodPicker({ choice: { period }, pastSeasons, onPick }: Props) {
  const { locale, t } = useLanguage();
  const seasons = seasonsOffered(useNow(), period, pastSeasons);
  return (
    <fieldset class="chips">
      <legend class="hidden-text">{t("boards.period")}</legend>
      {ROLLING_PERIODS.map((one) => (
        <button
          key={one}
          type="button"
          class="chip"
          aria-pressed={period === one}
          onClick={() => onPick({ period: one })}
        >
          {one === "all-time" ? t("boards.period.all-time") : t(`range.${one}`)}
        </button>
      ))}
      <label>
        <span class="hidden-text">{t("boards.season")}</span>
        <select
          class={isSeason(period) ? "field small chosen" : "field small"}
          value={isSeason(period) ? period : ""}
          onChange={({ currentTarget: { value } }) => value !== "" && onPick({ period: value })}
        >
          <option value="" disabled>
            {t("boards.season")}
          </option>
          {seasons.map((season) => (
            <option key={season} value={season}>
              {periodName(season, locale)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** Nothing to choose, nothing shown: most people belong to no community. */
function CommunityPicker({ choice: { community }, onPick }: Props) {
  const { t } = useLanguage();
  const communities = useQuery(communitiesQuery).data?.communities ?? [];
  if (communities.length === 0 && community === undefined) return null;
  return (
    <label class="board-scope">
      <span class="hidden-text">{t("boards.scope")}</span>
      <select
        class="field small"
        value={community ?? ""}
        onChange={({ currentTarget: { value } }) => onPick({ community: value === "" ? undefined : value })}
      >
        <option value="">{t("boards.scope.all")}</option>
        {communities.map(({ id, name, platform, members }) => (
          <option key={id} value={id}>
            {t("boards.scope.community", { name, platform: PLATFORM_NAMES[platform], members })}
          </option>
        ))}
      </select>
    </label>
  );
}
