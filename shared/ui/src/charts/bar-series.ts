import uPlot from "uplot";
import { labelPlaces } from "./label-places.ts";
import { faded, token } from "./theme-colours.ts";

/** One set of bars, or a line: its values (null = none), its colour among the tokens, and how it is drawn. */
export type BarSeries = {
  name: string;
  values: readonly (number | null)[];
  colour: "accent" | "second" | "muted" | "good" | "warn" | "bad";
  /**
   * Bars that are solid, soft (half the strength), outline (hollow), or shadow: the muted, wider shape behind. A line that
   * is whole, or dashed.
   */
  look: BarLook | "line" | "dashed";
};
type BarLook = "solid" | "soft" | "outline" | "shadow";

export type ValueAxis = { formatValue: (value: number) => string; steps?: readonly number[] | undefined };

const STRENGTH: Record<BarLook, number> = { solid: 1, soft: 0.55, outline: 0, shadow: 0.28 };

/** The chart's options: zero-based, over numbered places, few gridlines, no legend of its own. */
export function barOptions(
  host: HTMLElement,
  series: readonly BarSeries[],
  labels: readonly string[],
  size: { width: number; height: number },
  { formatValue, steps }: ValueAxis,
  onCursor: (index: number | undefined) => void,
): uPlot.Options {
  const muted = () => token(host, "muted");
  const line = () => token(host, "line");
  const font = `12px ${getComputedStyle(host).fontFamily || "system-ui"}`;
  return {
    ...size,
    padding: [12, 16, 0, 0],
    legend: { show: false },
    cursor: { drag: { setScale: false, x: false, y: false }, points: { show: false }, y: false },
    scales: {
      x: { time: false, range: () => [-0.6, labels.length - 0.4] },
      // Zero-based, and never flat where everything is 0.
      y: { range: (_u, _min, max) => [0, Math.max(max ?? 0, 1) * 1.08] },
    },
    axes: [
      {
        font,
        stroke: muted,
        grid: { show: false },
        ticks: { show: false },
        gap: 6,
        size: 30,
        splits: () => labelPlaces(labels.length, size.width),
        values: (_u, splits) => splits.map((place) => labels[place] ?? ""),
      },
      {
        font,
        stroke: muted,
        size: 52,
        gap: 6,
        ticks: { show: false },
        grid: { stroke: line, width: 1 },
        space: 48,
        ...(steps && { incrs: [...steps] }),
        values: (_u, splits) =>
          splits.map((value) => (Number.isInteger(value) || value > 10 ? formatValue(value) : "")),
      },
    ],
    series: [{}, ...series.map((one) => seriesOptions(host, one))],
    hooks: { setCursor: [(u) => onCursor(u.cursor.idx ?? undefined)] },
  };
}

/** Values without a neighbour: no line goes through them. */
const alone: uPlot.Series.Points.Filter = (u, index) =>
  [...u.data[index]!.keys()].filter(
    (place) => u.data[index]![place] != null && u.data[index]![place - 1] == null && u.data[index]![place + 1] == null,
  );

function seriesOptions(host: HTMLElement, { name, colour, look }: BarSeries): uPlot.Series {
  if (look === "line" || look === "dashed") {
    const dash = look === "dashed" ? { dash: [7, 4] } : {};
    const stroke = () => token(host, colour);
    return { label: name, stroke, width: 2, points: { show: true, size: 6, fill: stroke, filter: alone }, ...dash };
  }
  const width = look === "shadow" ? 0.92 : 0.64;
  return {
    label: name,
    fill: () => faded(token(host, colour), STRENGTH[look]),
    stroke: () => (look === "shadow" ? "transparent" : token(host, colour)),
    width: look === "outline" ? 1.5 : 0,
    points: { show: false },
    paths: uPlot.paths.bars!({ size: [width, 48], radius: 0.18 }),
  };
}
