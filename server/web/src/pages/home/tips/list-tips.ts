import { closestFirst, shareDone } from "@beatpass/messages";
import type { AchievementState, Progress, TrackRow } from "@beatpass/shared/contracts";
import { METADATA_XP_FIELDS, type MetadataField } from "@beatpass/shared/metrics";

/** Something to do that earns XP, with what it earns by the rules of this server. */
export type Tip =
  | { kind: "metadata"; xp: number; track: Pick<TrackRow, "id" | "title">; missing: MetadataField[]; others: number }
  | { kind: "profile"; xp: number; achievement: AchievementState }
  | { kind: "closest"; xp: number; achievement: AchievementState }
  | { kind: "upload"; xp: number; metadata: number; collaboration: number };

/** From here on an achievement counts as close. */
const CLOSE = 0.5;

/**
 * The fastest ways to XP, the quickest done first: metadata that a track lacks, an edit of one's profile, the next track,
 * the closest achievement. What is done already is no tip.
 */
export function listTips({ rules, achievements }: Progress, tracks: readonly TrackRow[]): Tip[] {
  const lacking = tracks.filter(({ missingMetadata }) => payingFields(missingMetadata).length > 0);
  const quickest = lacking.toSorted(
    (a, b) => payingFields(a.missingMetadata).length - payingFields(b.missingMetadata).length || b.plays - a.plays,
  )[0];
  const locked = achievements.filter(({ unlockedAt }) => unlockedAt === undefined);
  const profile = locked.filter(({ category }) => category === "profile").toSorted((a, b) => a.xp - b.xp)[0];
  const closest = closestFirst(locked.filter(({ category }) => category !== "profile")).find(
    (achievement) => (shareDone(achievement) ?? 0) >= CLOSE,
  );
  return [
    quickest && {
      kind: "metadata" as const,
      xp: rules.metadata,
      track: { id: quickest.id, title: quickest.title },
      missing: payingFields(quickest.missingMetadata),
      others: lacking.length - 1,
    },
    profile && { kind: "profile" as const, xp: profile.xp, achievement: profile },
    { kind: "upload" as const, xp: rules.upload, metadata: rules.metadata, collaboration: rules.collaboration },
    closest && { kind: "closest" as const, xp: closest.xp, achievement: closest },
  ].filter((tip) => tip !== undefined);
}

const payingFields = (missing: readonly MetadataField[]): MetadataField[] =>
  METADATA_XP_FIELDS.filter((field) => missing.includes(field));
