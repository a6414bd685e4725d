const PAD = 3;

/**
 * A small line of the days up to today, without axes, zero-based; its numbers are told in words by `label`. The way to
 * today, which is not over, is dashed: it would look like a fall.
 */
export function Sparkline({
  values,
  label,
  width = 160,
  height = 40,
}: {
  values: readonly number[];
  label: string;
  width?: number;
  height?: number;
}) {
  const top = Math.max(...values, 1);
  const step = (width - 2 * PAD) / Math.max(values.length - 1, 1);
  const points = values.map(
    (value, index) => `${round(PAD + index * step)},${round(height - PAD - (value / top) * (height - 2 * PAD))}`,
  );
  return (
    <svg
      class="bp-sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <polygon class="bp-sparkline-area" points={`${PAD},${height} ${points.join(" ")} ${width - PAD},${height}`} />
      <polyline class="bp-sparkline-line" points={points.slice(0, -1).join(" ")} />
      <polyline class="bp-sparkline-line bp-sparkline-today" points={points.slice(-2).join(" ")} />
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
