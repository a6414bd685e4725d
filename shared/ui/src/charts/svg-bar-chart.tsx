import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BarChartProps } from "./bar-chart.tsx";
import type { BarSeries } from "./bar-series.ts";
import { ChartTip } from "./chart-tip.tsx";
import { keyTarget } from "./key-target.ts";
import { labelPlaces } from "./label-places.ts";
import { valueTicks } from "./value-ticks.ts";

const EDGE = { top: 12, right: 16, bottom: 30, left: 52 };
const WIDEST_BAR = 48;
type BarLook = Exclude<BarSeries["look"], "line" | "dashed">;
const STRENGTH: Record<BarLook, number> = { solid: 1, soft: 0.55, outline: 0, shadow: 0.28 };

/** The bar chart without a charting library, for where every kilobyte counts: same properties, same behaviour. */
export function BarChart({ label, help, series, labels, formatValue, steps, describe, height = 240 }: BarChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  const [active, setActive] = useState<number>();

  useLayoutEffect(() => {
    const element = host.current!;
    const measure = () => setWidth(Math.max(element.clientWidth, 160));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  // A new period begins without a bar in hand.
  useEffect(() => setActive(undefined), [labels]);

  const count = labels.length;
  const slot = (width - EDGE.left - EDGE.right) / Math.max(count, 1);
  const middle = (index: number) => EDGE.left + (index + 0.5) * slot;
  const at = (clientX: number) => {
    const place = Math.floor((clientX - host.current!.getBoundingClientRect().left - EDGE.left) / slot);
    setActive(count === 0 ? undefined : Math.min(Math.max(place, 0), count - 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, active, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  const onTouch = (event: TouchEvent) => event.touches[0] && at(event.touches[0].clientX);

  return (
    <div
      ref={host}
      class="bp-chart"
      role="slider"
      aria-label={`${label}. ${help}`}
      aria-valuemin={1}
      aria-valuemax={Math.max(count, 1)}
      aria-valuenow={(active ?? count - 1) + 1}
      aria-valuetext={count > 0 ? describe(active ?? count - 1).join(", ") : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setActive(undefined)}
      onPointerMove={(event) => event.pointerType === "mouse" && at(event.clientX)}
      onPointerLeave={() => setActive(undefined)}
      onTouchStart={onTouch}
      onTouchMove={onTouch}
    >
      <Drawing {...{ series, labels, formatValue, steps, width, height, slot, middle }} />
      {active !== undefined && <ChartTip x={middle(active)} width={width} lines={describe(active)} />}
    </div>
  );
}

type DrawingProps = Pick<BarChartProps, "series" | "labels" | "formatValue" | "steps"> & {
  width: number;
  height: number;
  slot: number;
  middle: (index: number) => number;
};

function Drawing({ series, labels, formatValue, steps, width, height, slot, middle }: DrawingProps) {
  const floor = height - EDGE.bottom;
  // Zero-based, and never flat where everything is 0.
  const top = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)), 1) * 1.08;
  const y = (value: number) => floor - (value / top) * (floor - EDGE.top);
  const ticks = valueTicks(top, Math.floor((floor - EDGE.top) / 48), steps).filter(
    (tick) => Number.isInteger(tick) || tick > 10,
  );
  return (
    <svg class="bp-bars" width={width} height={height} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="bp-bars-grid" x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text x={EDGE.left - 6} y={y(tick)} text-anchor="end" dominant-baseline="middle">
            {formatValue(tick)}
          </text>
        </g>
      ))}
      {labelPlaces(labels.length, width).map((place) => (
        <text key={place} x={middle(place)} y={height - 10} text-anchor="middle">
          {labels[place]}
        </text>
      ))}
      {series.map((one) =>
        one.look === "line" || one.look === "dashed" ? (
          <Line key={one.name} one={one} middle={middle} y={y} />
        ) : (
          <Bars key={one.name} one={one} look={one.look} {...{ slot, middle, y, floor }} />
        ),
      )}
    </svg>
  );
}

type Places = { middle: (index: number) => number; y: (value: number) => number };

function Bars({
  one,
  look,
  slot,
  middle,
  y,
  floor,
}: Places & { one: BarSeries; look: BarLook; slot: number; floor: number }) {
  const width = Math.min(slot * (look === "shadow" ? 0.92 : 0.64), WIDEST_BAR);
  const colour = `var(--bp-${one.colour})`;
  return (
    <g
      style={{
        fill: colour,
        fillOpacity: STRENGTH[look],
        ...(look === "outline" && { stroke: colour, strokeWidth: 1.5 }),
      }}
    >
      {one.values.map((value, index) =>
        value ? (
          <rect
            key={index}
            x={middle(index) - width / 2}
            y={y(value)}
            width={width}
            height={floor - y(value)}
            rx={width * 0.18}
          />
        ) : null,
      )}
    </g>
  );
}

/** Where a value is missing the line has a gap. */
function Line({ one, middle, y }: Places & { one: BarSeries }) {
  const path = one.values
    .map((value, index) => {
      if (value === null) return "";
      const isStart = index === 0 || one.values[index - 1] === null;
      return `${isStart ? "M" : "L"}${middle(index)} ${y(value)}`;
    })
    .join("");
  const dash = one.look === "dashed" ? "7 4" : undefined;
  return (
    <path d={path} fill="none" style={{ stroke: `var(--bp-${one.colour})` }} stroke-width={2} stroke-dasharray={dash} />
  );
}
