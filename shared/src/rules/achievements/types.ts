import type { FieldPlace } from "../fields.ts";
import type { UploadSeason } from "../upload-seasons.ts";

/** What an achievement is: data plus a pure predicate over a snapshot of the producer (spec §4). */
export const RARITIES = ["common", "rare", "epic", "legendary"] as const;
export type Rarity = (typeof RARITIES)[number];

export const ACHIEVEMENT_CATEGORIES = [
  "upload",
  "trending",
  "metadata",
  "profile",
  "genre",
  "collaboration",
  "composite",
  "excellence",
  "milestone",
  "seasonal",
] as const;
export type AchievementCategory = (typeof ACHIEVEMENT_CATEGORIES)[number];

/** What the profile achievements look at; of several profiles of one producer the best in each counts. */
export type ProfileSnapshot = { pictures: number; hasBio: boolean; links: number };

/** What follows from the producer's own public tracks alone. */
export type CatalogSnapshot = {
  tracks: number;
  /** Filled metadata fields of all tracks together. */
  filledFields: number;
  collaborativeTracks: number;
  genres: number;
  /** The seasons in which a track was published. */
  seasons: readonly UploadSeason[];
};

export type MilestoneSnapshot = {
  /** ms; creation time of the oldest artist profile where known. */
  createdAt?: number;
  /** ms; the instant of the check. */
  asOf: number;
  /** One of the first artist profiles is the producer's. */
  earlyAdopter: boolean;
  /** Owns a track with the highest earnings on the platform. */
  topBiller: boolean;
};

/** Places in the fields of spec §4 "Top p", as of the last refresh; absent where one is not in the field. */
export type FieldsSnapshot = {
  /** Producers by published tracks. */
  uploads?: FieldPlace;
  /** Tracks by plays: the best own track. */
  plays?: FieldPlace;
  /** Tracks of one genre by plays: the own track that is in its genre's top 10 % or closest to it. */
  genre?: FieldPlace & { genre: string };
  /** Producers by genre diversity. */
  diversity?: FieldPlace;
  /** Tracks by composite score: the best own track. */
  excellence?: FieldPlace;
  /** Producers by overall score; known in the second step of a refresh. */
  overall?: FieldPlace;
};

/** What achievements look at. A check that knows only a part gives that part: the rest is then not met. */
export type ProducerSnapshot = {
  profile: ProfileSnapshot;
  catalog?: CatalogSnapshot;
  milestones?: MilestoneSnapshot;
  fields?: FieldsSnapshot;
};

/**
 * - event: in the transaction of an upload, edit or play, and in the refresh
 * - refresh: in the first step of a refresh (percentiles, ages)
 * - second-step: after the boards are ranked, together for everyone, repeated until nothing is unlocked
 */
export const CHECKS = ["event", "refresh", "second-step"] as const;
export type Check = (typeof CHECKS)[number];

/** What is counted, where a remaining count reads well ("2 more tracks"); else only the share of the way does. */
export const PROGRESS_UNITS = ["tracks", "collaborations", "plays", "days"] as const;
export type ProgressUnit = (typeof PROGRESS_UNITS)[number];

/** Either figure is absent where it is not known: nothing to count yet, or a field too small to have a top. */
export type AchievementProgress = { current?: number; target?: number; unit?: ProgressUnit };

export type Achievement = {
  /** Stable, kebab-case; the key everywhere. */
  slug: string;
  /** As BeatPass prints it, in every language. */
  name: string;
  category: AchievementCategory;
  rarity: Rarity;
  xp: number;
  /** How to unlock it, in English; a translation is in the message catalog under `achievement.<slug>`. */
  description: string;
  checked: Check;
  /** How far along. Met when both figures are there and current ≥ target. */
  progress: (snapshot: ProducerSnapshot) => AchievementProgress;
};

/** Whether a snapshot is enough to unlock an achievement; what the snapshot does not hold is not met. */
export const isMet = (achievement: Achievement, snapshot: ProducerSnapshot): boolean =>
  isReached(achievement.progress(snapshot));

/** Whether current ≥ target; false where either is not known. */
export const isReached = ({ current, target }: AchievementProgress): boolean =>
  current !== undefined && target !== undefined && current >= target;
