import { z } from "zod";
import { Count, Id, Instant, isCleanText, NamedRef, UNCLEAN } from "./common.ts";

/** Asking for an artist profile: an administrator decides, and the answer is a fact of the ledger. */
const text = (max: number) => z.string().trim().min(1).max(max).refine(isCleanText, UNCLEAN);

export const ArtistSearch = z.object({ q: text(200) });

export const FoundArtist = z.object({
  id: Id,
  name: z.string(),
  image: z.string().optional(),
  tracks: Count,
  owner: z
    .enum(["nobody", "me", "other"])
    .meta({ description: "other: an account here has this profile already; it cannot be asked for" }),
});
export type FoundArtist = z.infer<typeof FoundArtist>;
export const FoundArtists = z.object({ artists: z.array(FoundArtist) });

export const ClaimWanted = z.object({
  artist: text(2000).meta({ description: "The artist's id, or its address on BeatPass" }),
  name: text(300).optional().meta({ description: "Needed for an artist whom this server does not know yet" }),
  note: text(500).optional().meta({ description: "For whoever decides" }),
});
export type ClaimWanted = z.infer<typeof ClaimWanted>;

export const CLAIM_STATES = ["waiting", "approved", "declined"] as const;
export const Claim = z.object({
  id: Id,
  artist: NamedRef,
  status: z.enum(CLAIM_STATES),
  askedAt: Instant,
  decidedAt: Instant.optional(),
});
export type Claim = z.infer<typeof Claim>;
export const Claims = z.object({ claims: z.array(Claim) });

/** A claim as an administrator sees it, with what helps to decide. */
export const AskedClaim = Claim.extend({
  note: z.string().optional(),
  person: z.object({ id: Id, email: z.string(), name: z.string(), artists: z.array(NamedRef) }),
  known: z.boolean().meta({ description: "The ledger knows this artist" }),
  tracks: Count,
  completed: z.boolean().meta({ description: "Would earn XP without being vouched for (spec §1)" }),
  heldBy: z.string().optional().meta({ description: "E-mail of the account that has this profile" }),
});
export type AskedClaim = z.infer<typeof AskedClaim>;
export const AskedClaims = z.object({ claims: z.array(AskedClaim) });

export const Approval = z.object({
  vouch: z.boolean().default(false).meta({ description: "The profile counts as completed (spec §1)" }),
});
