import { MS_PER_DAY, UPLOAD_LEVELS, uploadLevel } from "@beatpass/shared/metrics";
import { formatDate } from "@beatpass/ui";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";
import { type CalendarDay, dayAfterKey, monthsOf, weeksOf } from "./calendar-weeks.ts";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** A Monday, to name weekdays from. */
const A_MONDAY = Date.UTC(2026, 0, 5);

/** A square a day, a column a week; one day at a time has the focus, and arrow keys move it. */
export function UploadCalendar({ calendar }: { calendar: readonly CalendarDay[] }) {
  const { locale, t } = useLanguage();
  const [focused, setFocused] = useState(calendar.length - 1);
  const [inHand, setInHand] = useState<number>();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const weeks = useMemo(() => weeksOf(calendar), [calendar]);
  const tellOf = ({ date, uploads }: CalendarDay) => t("activity.day", { uploads, date: formatDate(date, locale) });

  // Where the year does not fit, its newest weeks are in sight.
  useLayoutEffect(() => scroller.current?.scrollTo({ left: scroller.current.scrollWidth }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, focused, calendar.length);
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const square = (day: CalendarDay, index: number) => (
    <td
      key={day.date}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid's cells are walked with arrow keys
      role="gridcell"
      data-day={index}
      class={`day level-${uploadLevel(day.uploads)}`}
      aria-label={tellOf(day)}
      tabIndex={index === focused ? 0 : -1}
      onFocus={() => {
        setFocused(index);
        setInHand(index);
      }}
      onBlur={() => setInHand(undefined)}
      onPointerEnter={() => setInHand(index)}
    />
  );
  const shown = inHand === undefined ? undefined : calendar[inHand];
  return (
    <div class="calendar">
      <div ref={scroller} class="calendar-scroller">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked
          role="grid"
          class="calendar-grid"
          aria-label={t("activity.calendar.label")}
          onKeyDown={onKeyDown}
          onPointerLeave={() => setInHand(undefined)}
        >
          <thead>
            <Months weeks={weeks} />
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" class="calendar-weekday">
                  {weekdayName(weekday, locale)}
                </th>
                {weeks.map((week, index) => week[weekday] && square(week[weekday], index * 7 + weekday))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="calendar-foot">
        <p class={shown ? "calendar-told" : "calendar-told muted"}>{shown ? tellOf(shown) : t("activity.hint")}</p>
        <Legend />
      </div>
    </div>
  );
}

function Months({ weeks }: { weeks: readonly CalendarDay[][] }) {
  const { locale } = useLanguage();
  const format = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return (
    <tr>
      <td class="calendar-corner" aria-hidden="true" />
      {monthsOf(weeks).map(({ date, weeks: columns }) => (
        <th key={date} scope="colgroup" colSpan={columns} class="calendar-month">
          {/* A single column is too narrow for a name. */}
          <span class={columns > 1 ? undefined : "hidden-text"}>{format.format(new Date(date))}</span>
        </th>
      ))}
    </tr>
  );
}

/** What each shade means, in figures. */
function Legend() {
  const { t } = useLanguage();
  return (
    <ul class="calendar-legend">
      {UPLOAD_LEVELS.map((range, level) => (
        <li key={range} title={t("activity.level", { range })}>
          <span class={`day level-${level}`} aria-hidden="true" />
          {range}
        </li>
      ))}
    </ul>
  );
}

const weekdayName = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(
    new Date(A_MONDAY + weekday * MS_PER_DAY),
  );
