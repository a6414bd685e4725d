/** What a chart says of a bar, beside it, on the side where there is room. @param x of the bar, in pixels */
export function ChartTip({ x, width, lines }: { x: number; width: number; lines: string[] }) {
  const [first, ...rest] = lines;
  return (
    <div
      class="bp-chart-tip"
      role="status"
      style={{ top: "8px", ...(x > width / 2 ? { right: `${width - x + 12}px` } : { left: `${x + 12}px` }) }}
    >
      <strong>{first}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
