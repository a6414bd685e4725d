import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { type BarSeries, barOptions } from "./bar-series.ts";
import { ChartTip } from "./chart-tip.tsx";
import { keyTarget } from "./key-target.ts";
import { onThemeChange } from "./theme-colours.ts";

export type BarChartProps = {
  label: string;
  help: string;
  series: readonly BarSeries[];
  /** Under the axis, one per bar; only as many as fit are drawn. */
  labels: readonly string[];
  formatValue: (value: number) => string;
  /** Round distances between gridlines, ascending; without them, steps of ten. */
  steps?: readonly number[] | undefined;
  /** What the tooltip says of a bar: the first line stands out. */
  describe: (index: number) => string[];
  height?: number;
};

/** Bars or lines with a tooltip for pointer, touch and arrow keys; the numbers for screen readers are the caller's table. */
export function BarChart({ label, help, series, labels, formatValue, steps, describe, height = 240 }: BarChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>();
  const [active, setActive] = useState<number>();

  useLayoutEffect(() => {
    const element = host.current!;
    const data: uPlot.AlignedData = [labels.map((_, index) => index), ...series.map(({ values }) => [...values])];
    const width = Math.max(element.clientWidth, 160);
    const plot = new uPlot(
      barOptions(element, series, labels, { width, height }, { formatValue, steps }, setActive),
      data,
      element,
    );
    chart.current = plot;
    const resized = new ResizeObserver(() => {
      const next = Math.max(element.clientWidth, 160);
      if (next !== plot.width) plot.setSize({ width: next, height });
    });
    resized.observe(element);
    const unwatch = onThemeChange(element, () => plot.redraw());
    return () => {
      resized.disconnect();
      unwatch();
      plot.destroy();
      chart.current = undefined;
    };
  }, [series, labels, height, formatValue, steps]);

  // A new period begins without a bar in hand.
  useEffect(() => setActive(undefined), [labels]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, active, labels.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  const onTouch = (event: TouchEvent) => {
    const plot = chart.current;
    const touch = event.touches[0];
    if (plot && touch) setActive(nearest(plot, touch.clientX));
  };

  return (
    <div
      ref={host}
      class="bp-chart"
      role="slider"
      aria-label={`${label}. ${help}`}
      aria-valuemin={1}
      aria-valuemax={Math.max(labels.length, 1)}
      aria-valuenow={(active ?? labels.length - 1) + 1}
      aria-valuetext={labels.length > 0 ? describe(active ?? labels.length - 1).join(", ") : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setActive(undefined)}
      onTouchStart={onTouch}
      onTouchMove={onTouch}
    >
      {active !== undefined && chart.current && (
        <ChartTip x={middleOf(chart.current, active)} width={chart.current.width} lines={describe(active)} />
      )}
    </div>
  );
}

function nearest(plot: uPlot, clientX: number): number {
  const { left } = plot.over.getBoundingClientRect();
  return plot.posToIdx(clientX - left);
}

const middleOf = (plot: uPlot, index: number): number => plot.over.offsetLeft + plot.valToPos(index, "x");
