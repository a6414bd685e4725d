import type { Changes, Dashboard, TrackRow } from "@beatpass/shared/contracts";

/** Why the last reading of figures gave none; the figures before it stay. Times are ISO instants of this machine. */
export type Trouble =
  | { kind: "offline" }
  | { kind: "unreachable" }
  /** The server sends on to another address, which only a new invitation link may name. */
  | { kind: "moved" }
  | { kind: "no-artist" }
  | { kind: "failed"; requestId?: string };

export type Figures = {
  dashboard: Dashboard;
  readAt: string;
  /** What changed since the last look; absent where the server could not tell. */
  changes?: Changes;
  /** While there is no play yet: the newest track, and which of its metadata is missing. */
  waiting?: { title: string; missing: TrackRow["missingMetadata"] };
};

/** What popup and options show. The background writes it; it never holds a token or a device code. */
export type View = {
  connection: "unpaired" | "pairing" | "paired" | "signed-out";
  /** Origin of the server that is or was paired with, or is being paired with. */
  server?: string;
  /** Since when there is news, as the server told at the last look. */
  since?: string;
  /** Only while pairing. */
  pairing?: { code: string; pairUrl: string; expiresAt: string; intervalMs: number };
  /** Why an earlier pairing came to nothing. */
  ended?: "denied" | "expired";
  figures?: Figures;
  trouble?: Trouble;
};
