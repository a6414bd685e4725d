import { RANGE_PRESETS } from "@beatpass/shared/metrics";
import { useId, useState } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";
import { type ChosenRange, readDates } from "./range.ts";

type Dates = { from: string; to: string };

/** Presets, or two dates of one's own, which count as soon as they make a range. */
export function RangePicker({
  range,
  shown,
  today,
  onPick,
}: {
  range: ChosenRange;
  /** The dates that the figures on the page are of, to begin one's own from. */
  shown: Dates | undefined;
  today: string | undefined;
  onPick: (range: ChosenRange) => void;
}) {
  const { t } = useLanguage();
  return (
    <div class="range">
      <fieldset class="chips">
        <legend class="hidden-text">{t("range.label")}</legend>
        {RANGE_PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            class="chip"
            aria-pressed={range.preset === preset}
            onClick={() => onPick({ preset })}
          >
            {t(`range.${preset}`)}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          aria-pressed={range.preset === "custom"}
          disabled={!shown}
          onClick={() => shown && onPick({ preset: "custom", from: shown.from, to: shown.to })}
        >
          {t("range.custom")}
        </button>
      </fieldset>
      {range.preset === "custom" && <DateFields range={range} today={today} onPick={onPick} />}
    </div>
  );
}

function DateFields({
  range,
  today,
  onPick,
}: {
  range: Dates;
  today: string | undefined;
  onPick: (range: ChosenRange) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<Dates>(range);
  const isBackwards = typed.from !== "" && typed.to !== "" && !readDates(typed.from, typed.to);
  const change = (part: Partial<Dates>) => {
    const dates = { ...typed, ...part };
    setTyped(dates);
    const picked = readDates(dates.from, dates.to);
    if (picked) onPick(picked);
  };
  const field = (name: keyof Dates) => (
    <label class="range-date">
      <span>{t(`range.${name}`)}</span>
      <input
        type="date"
        class="field"
        value={typed[name]}
        {...(today && { max: today })}
        aria-invalid={isBackwards}
        aria-describedby={isBackwards ? id : undefined}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <div class="range-dates">
      {field("from")}
      {field("to")}
      {isBackwards && (
        <p id={id} class="bad" role="alert">
          {t("range.backwards")}
        </p>
      )}
    </div>
  );
}
