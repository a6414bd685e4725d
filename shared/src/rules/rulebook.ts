/** The XP rules as versioned data (spec §2). A deployment picks one with RULEBOOK. */
export const XP_SOURCES = ["upload", "play", "metadata", "collaboration", "achievement"] as const;
export type XpSource = (typeof XP_SOURCES)[number];

export type Rulebook = {
  name: string;
  version: number;
  upload: number;
  metadata: number;
  collaboration: number;
  /** every: each counted play pays; first: a track's first counted play alone. */
  play: { xp: number; per: "every" | "first" };
  /** A play shorter than this is kept but not counted. 0: the source has filtered already. */
  minimumListenMs: number;
};

export const RULEBOOKS = {
  classic: {
    name: "classic",
    version: 1,
    upload: 100,
    metadata: 50,
    collaboration: 25,
    play: { xp: 1, per: "every" },
    minimumListenMs: 0,
  },
  "first-play": {
    name: "first-play",
    version: 1,
    upload: 100,
    metadata: 50,
    collaboration: 25,
    play: { xp: 1, per: "first" },
    minimumListenMs: 0,
  },
} as const satisfies Record<string, Rulebook>;

export type RulebookName = keyof typeof RULEBOOKS;
