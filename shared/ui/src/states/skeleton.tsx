const HEIGHTS = {
  tiles: [72],
  chart: [24, 220],
  list: [40, 40, 40, 40],
  panel: [24, 72, 160, 72],
  table: [72, 44, 44, 44, 44, 44, 44],
  calendar: [24, 180, 72, 24, 44, 44, 44],
} as const;

/** The shape of what is coming, after 200 ms of nothing. */
export function Skeleton({ shape }: { shape: keyof typeof HEIGHTS }) {
  return (
    <div class="bp-skeleton" role="status" aria-busy="true">
      {HEIGHTS[shape].map((height, index) => (
        <div class="bp-skeleton-row" key={`${shape}-${index}`}>
          {Array.from({ length: height === 72 ? 4 : 1 }, (_, n) => (
            <div class="bp-skeleton-block" key={n} style={{ height: `${height}px` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
