import type { Account } from "@beatpass/shared/contracts";
import { isCompleted } from "@beatpass/shared/rules";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { artists, producers, user } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";

/** One's own account with its artist profiles, the oldest first. @throws AppError not_found */
export async function readAccount(db: Reader, userId: string): Promise<Account> {
  const [row] = await db
    .select({ user, demo: producers.demo })
    .from(user)
    .leftJoin(producers, eq(producers.id, user.producerId))
    .where(eq(user.id, userId));
  if (!row) throw notFound();
  const { name, email, admin, locale, timeZone, producerId } = row.user;
  const own =
    producerId === null
      ? []
      : await db
          .select()
          .from(artists)
          .where(eq(artists.producerId, producerId))
          .orderBy(asc(artists.createdAt), asc(artists.id));
  return {
    name,
    email,
    admin,
    demo: row.demo ?? false,
    ...(locale && { locale }),
    ...(timeZone && { timeZone }),
    artists: own.map((artist) => ({
      id: artist.id,
      name: artist.name,
      ...(artist.image && { image: artist.image }),
      pictures: artist.pictureCount,
      hasBio: !!artist.bio?.trim(),
      links: artist.linkCount,
      completed: isCompleted({ ...artist, pictures: artist.pictureCount }),
    })),
  };
}
