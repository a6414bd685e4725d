import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { formatPercent } from "./format/index.ts";

const STROKE = 6;

/** A level within its ring of progress. @param progress 0–1 towards the next level */
export function LevelRing({
  level,
  progress,
  size = 72,
  locale = "en",
}: {
  level: number;
  progress: number;
  size?: number;
  locale?: Locale;
}) {
  const radius = (size - STROKE) / 2;
  const length = 2 * Math.PI * radius;
  const filled = Math.min(Math.max(progress, 0), 1);
  const label = createTranslator(locale)("figures.level", { level, percent: formatPercent(filled, locale) });
  const centre = size / 2;
  return (
    <svg class="bp-ring" width={size} height={size} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <circle class="bp-ring-track" cx={centre} cy={centre} r={radius} fill="none" stroke-width={STROKE} />
      <circle
        class="bp-ring-fill"
        cx={centre}
        cy={centre}
        r={radius}
        fill="none"
        stroke-width={STROKE}
        stroke-linecap={filled > 0 ? "round" : "butt"}
        stroke-dasharray={length}
        stroke-dashoffset={length * (1 - filled)}
        transform={`rotate(-90 ${centre} ${centre})`}
      />
      <text
        class="bp-ring-level"
        x={centre}
        y={centre}
        text-anchor="middle"
        dominant-baseline="central"
        font-size={size * 0.34}
      >
        {level}
      </text>
    </svg>
  );
}
