import { AppError } from "../../errors.ts";
import { createBeatPassApi } from "./beatpass-api.ts";
import { BeatPassFailure, type FailureKind } from "./failure.ts";
import type { BeatPassReader } from "./keep-reading.ts";
import type { SourceContext } from "./read-source.ts";

export type ConnectContext = SourceContext & { beatpassReader: BeatPassReader };

/**
 * Connects an account with BeatPass: the token is tried, its artist becomes the account's own, and the catalog is read
 * in the background. A new token for the same artist renews the connection.
 * @throws AppError invalid: BeatPass does not know the token; forbidden: no upload access; conflict: another account
 * here holds the artist, or made-up people; upstream_failed: BeatPass does not answer
 */
export async function connectBeatPass(context: ConnectContext, userId: string, token: string): Promise<string> {
  const { log, writer, beatpass, beatpassReader } = context;
  const api = createBeatPassApi(token, { apiUrl: beatpass.apiUrl, log, patience: "short" });
  const profile = await api.profile().catch((error: unknown) => {
    throw error instanceof BeatPassFailure ? asProblem(error) : error;
  });
  const sealed = beatpass.box.seal(token, profile.id);
  const saved = await writer.run("saveBeatPassConnection", { userId, profile, token: sealed });
  if (saved.outcome === "held") {
    log.warn({
      event: "beatpass-claim",
      outcome: "held-by-another",
      artistId: profile.id,
      userId,
      producerId: saved.holder,
    });
    throw new AppError("conflict", "Another account here holds that artist. Whoever runs this server has been told.");
  }
  beatpassReader.start(saved.producerId);
  return saved.producerId;
}

function asProblem({ kind }: BeatPassFailure): AppError {
  const token = { errors: [{ path: "token", message: WORDS[kind] }] };
  if (kind === "refused") return new AppError("invalid", WORDS[kind], token);
  if (kind === "no-upload" || kind === "not-found") return new AppError("forbidden", WORDS["no-upload"], token);
  return new AppError("upstream_failed", WORDS[kind]);
}

const WORDS: Record<FailureKind, string> = {
  refused: "BeatPass doesn’t know this token. Copy it whole, without spaces.",
  "no-upload": "This token belongs to an account without upload access, so there are no producer figures to read.",
  "not-found": "BeatPass has no producer profile for this token.",
  unavailable: "BeatPass does not answer at the moment. Nothing was kept; try again in a few minutes.",
  unreadable: "BeatPass answered with something that this server does not understand. Nothing was kept.",
};
