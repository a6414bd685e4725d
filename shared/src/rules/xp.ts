import { earnsMetadataXp, type TrackMetadata } from "../metrics/metadata.ts";
import type { Rulebook, XpSource } from "./rulebook.ts";

export type TrackAward = { source: Exclude<XpSource, "play" | "achievement">; xp: number };

/** A collaborative track credits two artists or more (spec §1). */
export const isCollaborative = (creditedArtists: number): boolean => creditedArtists >= 2;

/** What a public track awards, once each, in full to the account of every credited eligible artist (spec §2). */
export function trackAwards(rulebook: Rulebook, metadata: TrackMetadata, creditedArtists: number): TrackAward[] {
  const awards: TrackAward[] = [{ source: "upload", xp: rulebook.upload }];
  if (earnsMetadataXp(metadata)) awards.push({ source: "metadata", xp: rulebook.metadata });
  if (isCollaborative(creditedArtists)) awards.push({ source: "collaboration", xp: rulebook.collaboration });
  return awards;
}

/** What the counted plays of one track award to each earner. */
export const playXp = (rulebook: Rulebook, countedPlays: number): number =>
  rulebook.play.xp * (rulebook.play.per === "every" ? countedPlays : Math.min(countedPlays, 1));
