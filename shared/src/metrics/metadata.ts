/** The six fields whose presence makes a track's metadata complete (spec §6 quality, §4 metadata). */
export const METADATA_FIELDS = ["bpm", "key", "scale", "description", "tags", "image"] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** The five that earn the metadata XP (spec §2): all but the cover. */
export const METADATA_XP_FIELDS = METADATA_FIELDS.filter((field) => field !== "image");

export type TrackMetadata = {
  bpm?: number | null | undefined;
  key?: string | null | undefined;
  scale?: string | null | undefined;
  description?: string | null | undefined;
  tags?: readonly string[] | null | undefined;
  image?: string | null | undefined;
};

const filled = (value: TrackMetadata[MetadataField]): boolean => {
  if (typeof value === "number") return value > 0;
  return typeof value === "string" ? value.trim() !== "" : !!value?.some((tag) => tag.trim() !== "");
};

/**
 * Which of the six are empty: texts of spaces alone, a bpm that is not above 0, and lists without a tag count as
 * empty.
 */
export const missingMetadata = (track: TrackMetadata): MetadataField[] =>
  METADATA_FIELDS.filter((field) => !filled(track[field]));

/** How many of the six are filled. */
export const filledFields = (track: TrackMetadata): number => METADATA_FIELDS.length - missingMetadata(track).length;

/** Whether the five of METADATA_XP_FIELDS are filled; the cover does not matter. */
export const earnsMetadataXp = (track: TrackMetadata): boolean =>
  METADATA_XP_FIELDS.every((field) => filled(track[field]));
