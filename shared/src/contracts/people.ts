import { z } from "zod";
import { Id, Instant } from "./common.ts";

/** Accounts, as an administrator sees them, and the one-time links that let people set a password. */
export const Person = z.object({
  id: Id,
  email: z.email(),
  admin: z.boolean(),
  producer: z.object({ id: Id, name: z.string() }).optional(),
  hasPassword: z.boolean(),
  createdAt: Instant,
});
export type Person = z.infer<typeof Person>;
export const People = z.object({ people: z.array(Person) });

export const Invitation = z.object({
  email: z.email().max(200),
  admin: z.boolean().default(false),
  producerId: Id.optional(),
});
export const InvitationLink = z.object({ link: z.url(), expiresAt: Instant });
export type InvitationLink = z.infer<typeof InvitationLink>;
