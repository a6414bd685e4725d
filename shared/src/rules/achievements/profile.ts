import type { Achievement } from "./types.ts";

export const PROFILE_ACHIEVEMENTS = [
  {
    slug: "photogenic",
    name: "Photogenic",
    category: "profile",
    rarity: "common",
    xp: 200,
    description: "Add a first picture to your artist profile",
    checked: "event",
    progress: ({ profile }) => ({ current: Math.min(profile.pictures, 1), target: 1 }),
  },
  {
    slug: "oracle",
    name: "Oracle",
    category: "profile",
    rarity: "common",
    xp: 300,
    description: "Write a bio on your artist profile",
    checked: "event",
    progress: ({ profile }) => ({ current: profile.hasBio ? 1 : 0, target: 1 }),
  },
  {
    slug: "linked",
    name: "Linked",
    category: "profile",
    rarity: "common",
    xp: 400,
    description: "Put 3 links on your artist profile",
    checked: "event",
    progress: ({ profile }) => ({ current: Math.min(profile.links, 3), target: 3 }),
  },
  {
    slug: "model",
    name: "Model",
    category: "profile",
    rarity: "common",
    xp: 500,
    description: "Show 5 pictures on your artist profile",
    checked: "event",
    progress: ({ profile }) => ({ current: Math.min(profile.pictures, 5), target: 5 }),
  },
] as const satisfies readonly Achievement[];
