import type { Locale } from "@beatpass/shared/contracts";
import { AppError } from "../errors.ts";

/** Who is asking. A key of scope admin reads and does everything; any key with a producer reads as that producer. */
export type Principal =
  | { kind: "nobody" }
  | {
      kind: "user";
      via: "cookie" | "bearer";
      userId: string;
      sessionId: string;
      name: string;
      email: string;
      admin: boolean;
      producerId: string | undefined;
      locale: Locale | undefined;
    }
  | {
      kind: "key";
      keyId: string;
      scope: "ingest" | "read" | "bot" | "admin";
      producerId: string | undefined;
      sources: readonly string[];
      trusted: boolean;
    };

/** An administrator, or a key of the scope `admin`. */
export const isAdmin = (who: Principal): boolean =>
  (who.kind === "user" && who.admin) || (who.kind === "key" && who.scope === "admin");

/** Whose boards they may see: their own communities', or all. */
export const askerOf = (who: Principal): { producerId: string | undefined; seesAll: boolean } => ({
  producerId: producerOf(who),
  seesAll: isAdmin(who),
});

/** The producer as whom they read, if any. */
export const producerOf = (who: Principal): string | undefined => (who.kind === "nobody" ? undefined : who.producerId);

/** @throws AppError not_found, worded for an account to which no artist belongs yet */
export function ownProducer(who: Principal): string {
  const producerId = producerOf(who);
  if (producerId === undefined) throw new AppError("not_found", "No artist profile belongs to this account yet.");
  return producerId;
}

/** Whose account is meant. @throws AppError forbidden for a key, which has none */
export const userIdOf = (who: Principal): string => sessionOf(who).userId;

/** The account and the session that asks. @throws AppError forbidden for a key, which has neither */
export function sessionOf(who: Principal): { userId: string; sessionId: string } {
  if (who.kind !== "user") throw new AppError("forbidden", "This needs a signed-in person.");
  return who;
}
