import { eq } from "drizzle-orm";
import type { WriteContext } from "../../context.ts";
import { beatpassConnections } from "../../db/schema/index.ts";
import type { FailureKind } from "./failure.ts";

export type ReadingNote = { connectionId: string } & (
  | { done: number; total?: number | undefined }
  | { failure: FailureKind }
);

/**
 * Notes how far a reading has come, or why it ended. A token that BeatPass refuses is not tried again; whatever else
 * failed is.
 */
export async function noteBeatPassReading(context: WriteContext, note: ReadingNote): Promise<void> {
  const change =
    "failure" in note
      ? afterFailure(note.failure)
      : { readDone: note.done, readTotal: note.total ?? null, problem: null };
  await context.write(async (tx) => {
    await tx.update(beatpassConnections).set(change).where(eq(beatpassConnections.id, note.connectionId));
  });
}

function afterFailure(failure: FailureKind) {
  if (failure === "refused" || failure === "no-upload") return { tokenState: failure, problem: null };
  return { problem: failure === "unavailable" ? ("unavailable" as const) : ("unreadable" as const) };
}
