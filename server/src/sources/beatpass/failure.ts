/**
 * Why BeatPass gave nothing: the token is not known (401), its account has no upload access (403), there is no such
 * thing (404), BeatPass cannot answer now, or its answer is none that it documents.
 */
export type FailureKind = "refused" | "no-upload" | "not-found" | "unavailable" | "unreadable";

/** A call to BeatPass that failed. Never carries what was sent: that holds the token. */
export class BeatPassFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;

  constructor(kind: FailureKind, message: string, status?: number) {
    super(message);
    this.name = "BeatPassFailure";
    this.kind = kind;
    this.status = status;
  }
}
