import { eq } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import { beatpassConnections } from "../../db/schema/index.ts";

/** Forgets a producer's token and stops reading. What was read stays: it happened. */
export async function removeBeatPassConnection(
  context: WriteContext,
  { producerId }: { producerId: string },
): Promise<boolean> {
  return context.write(async (tx) => {
    const gone = await tx
      .delete(beatpassConnections)
      .where(eq(beatpassConnections.producerId, producerId))
      .returning({ id: beatpassConnections.id });
    return gone.length > 0;
  });
}
