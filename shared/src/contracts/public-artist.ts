import { z } from "zod";
import { Count } from "./common.ts";

/**
 * What every reader may see of an artist: level and title of the producer behind the profile, where that producer
 * appears on boards (spec §6, privacy). Nothing at all for everybody else, known or not: the answers are the same.
 */
export const PublicArtist = z.object({ level: Count.optional(), title: z.string().optional() });
export type PublicArtist = z.infer<typeof PublicArtist>;
