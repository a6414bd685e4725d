import { MS_PER_DAY } from "../../metrics/days.ts";
import { addMonths } from "../months.ts";
import { whether } from "./progress.ts";
import type { Achievement, AchievementProgress, MilestoneSnapshot } from "./types.ts";

/** Days until the oldest profile is n months old; the last day counts only once it is over (spec §12.5). */
function age(milestones: MilestoneSnapshot | undefined, months: number): AchievementProgress {
  if (milestones?.createdAt === undefined) return { unit: "days" };
  const due = addMonths(milestones.createdAt, months);
  const target = Math.ceil((due - milestones.createdAt) / MS_PER_DAY);
  const remaining = Math.max(0, Math.ceil((due - milestones.asOf) / MS_PER_DAY));
  return { current: Math.max(0, target - remaining), target, unit: "days" };
}

export const MILESTONE_ACHIEVEMENTS = [
  {
    slug: "early-adopter",
    name: "Early Adopter",
    category: "milestone",
    rarity: "epic",
    xp: 1000,
    description: "One of the first 30 artist profiles on BeatPass",
    checked: "refresh",
    progress: ({ milestones }) => whether(milestones?.earlyAdopter),
  },
  {
    slug: "rising",
    name: "Rising",
    category: "milestone",
    rarity: "common",
    xp: 150,
    description: "An artist profile 3 months old",
    checked: "refresh",
    progress: ({ milestones }) => age(milestones, 3),
  },
  {
    slug: "seasoned",
    name: "Seasoned",
    category: "milestone",
    rarity: "rare",
    xp: 300,
    description: "An artist profile 6 months old",
    checked: "refresh",
    progress: ({ milestones }) => age(milestones, 6),
  },
  {
    slug: "og",
    name: "OG",
    category: "milestone",
    rarity: "rare",
    xp: 600,
    description: "An artist profile 1 year old",
    checked: "refresh",
    progress: ({ milestones }) => age(milestones, 12),
  },
  {
    slug: "veteran",
    name: "Veteran",
    category: "milestone",
    rarity: "epic",
    xp: 1000,
    description: "An artist profile 2 years old",
    checked: "refresh",
    progress: ({ milestones }) => age(milestones, 24),
  },
  {
    slug: "legacy",
    name: "Legacy",
    category: "milestone",
    rarity: "epic",
    xp: 1500,
    description: "An artist profile 3 years old",
    checked: "refresh",
    progress: ({ milestones }) => age(milestones, 36),
  },
  {
    slug: "top-biller",
    name: "Top Biller",
    category: "milestone",
    rarity: "common",
    xp: 800,
    description: "Own the highest-earning track on BeatPass, refunds taken off",
    checked: "refresh",
    progress: ({ milestones }) => whether(milestones?.topBiller),
  },
] as const satisfies readonly Achievement[];
