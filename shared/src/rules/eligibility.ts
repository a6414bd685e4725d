export type ProfileFacts = {
  name: string | null;
  pictures: number;
  bio: string | null;
  vouched: boolean;
  producerId: string | null;
};

/** A completed profile has a name, a picture and a bio, or an operator vouches for it (spec §1). */
export const isCompleted = (artist: ProfileFacts): boolean =>
  artist.vouched || (!!artist.name?.trim() && artist.pictures > 0 && !!artist.bio?.trim());

/** Only credited artists whose profile is claimed and completed earn XP (spec §1, §2). */
export const isEligible = (artist: ProfileFacts): boolean => artist.producerId !== null && isCompleted(artist);
