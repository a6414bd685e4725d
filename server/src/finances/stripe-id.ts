import { z } from "zod";

export const Id = z.string().min(1).max(255);
/** Another object: its id, or the object itself where it was expanded. */
export const Ref = z.union([Id, z.object({ id: Id }).transform(({ id }) => id)]);
export const Seconds = z.number().int().nonnegative();
