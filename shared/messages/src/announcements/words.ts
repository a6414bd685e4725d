import type { AnnouncementKind, AnnouncementView } from "@beatpass/shared/contracts";

export type AnnouncementOf<Kind extends AnnouncementKind> = Extract<AnnouncementView, { kind: Kind }>;

/** What a kind of announcement contributes; the rest is the same for all. */
export type Words = {
  title: string;
  /** Parts of the context line; unknown ones are left out. */
  parts: (string | undefined)[];
  /** Lines below, where there are several facts. */
  list?: string[];
  /** Label of the way on. */
  button: string;
};
