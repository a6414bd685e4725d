import { topByRank } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const EXCELLENCE_ACHIEVEMENTS = [
  {
    slug: "track-excellence",
    name: "Track Excellence",
    category: "excellence",
    rarity: "rare",
    xp: 1800,
    description: "A track in the top 10% by plays, quality score, downloads and metadata together",
    checked: "refresh",
    progress: ({ fields }) => topByRank(fields?.excellence, 10),
  },
] as const satisfies readonly Achievement[];
