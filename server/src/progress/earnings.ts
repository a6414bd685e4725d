import type { XpCause } from "@beatpass/shared/contracts";
import type { XpSource } from "@beatpass/shared/rules";

/** XP that is due once per (producer, reason, subject). */
export type DueEntry = { producerId: string; reason: XpSource; subject: string; xp: number; cause: XpCause };

/** XP for plays that pay every time. */
type DuePlays = { producerId: string; xp: number; count: number; cause: XpCause };

/** What one transaction owes, in the order of its causes; settled at its end (settle-xp.ts). */
export type Earnings = { entries: DueEntry[]; plays: DuePlays[] };

export const noEarnings = (): Earnings => ({ entries: [], plays: [] });

/** To whom something is due. */
export const producersIn = ({ entries, plays }: Earnings): string[] => [
  ...new Set([...entries, ...plays].map(({ producerId }) => producerId)),
];
