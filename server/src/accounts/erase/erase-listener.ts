import { sql } from "drizzle-orm";
import type { Tx } from "../../db/client.ts";
import { randomId } from "../../ids.ts";

/**
 * As a listener, downloader and follower a producer goes by the account's id: from now on by one that says nothing, a
 * new one each time: whoever comes back with the same id may go again.
 */
export async function eraseListener(tx: Tx, producerId: string): Promise<void> {
  const nobody = `erased-${randomId()}`;
  const statements = [
    sql`UPDATE listeners SET id = ${nobody} WHERE id = ${producerId}`,
    sql`UPDATE downloads SET user_id = ${nobody} WHERE user_id = ${producerId}`,
    sql`UPDATE follows SET user_id = ${nobody} WHERE user_id = ${producerId}`,
    sql`UPDATE activity SET data = json_set(data, '$.fact.userId', ${nobody})
      WHERE type IN ('ca.beatpass.download', 'ca.beatpass.follow', 'ca.beatpass.unfollow')
        AND data ->> '$.fact.userId' = ${producerId}`,
  ];
  for (const statement of statements) await tx.run(statement);
}
