import type { Insights } from "@beatpass/shared/contracts";
import type { SubjectRef } from "@beatpass/shared/links";
import { storage } from "wxt/utils/storage";
import { inTurn } from "./in-turn.ts";

/** The last insights read, newest first: shown with their age while newer ones cannot be had. */
type Kept = { subject: string; readAt: string; insights: Insights };
const AT_MOST = 12;

const keptItem = storage.defineItem<Kept[]>("local:insights", { fallback: [] });
const nameOf = ({ kind, id }: SubjectRef) => `${kind} ${id}`;

/** Keeps what was read of a subject, in place of what was kept of it; the oldest give way. */
export const keepInsights = (subject: SubjectRef, insights: Insights): Promise<void> =>
  inTurn(async () => {
    const kept = { subject: nameOf(subject), readAt: new Date().toISOString(), insights };
    const others = (await keptItem.getValue()).filter((other) => other.subject !== kept.subject);
    await keptItem.setValue([kept, ...others].slice(0, AT_MOST));
  });

/** What was read of a subject last, and when. */
export const keptInsights = async (subject: SubjectRef): Promise<Omit<Kept, "subject"> | undefined> =>
  (await keptItem.getValue()).find((kept) => kept.subject === nameOf(subject));

/** For a subject that is no longer theirs to see. */
export const dropInsights = (subject: SubjectRef): Promise<void> =>
  inTurn(async () => {
    const kept = await keptItem.getValue();
    const others = kept.filter((other) => other.subject !== nameOf(subject));
    if (others.length < kept.length) await keptItem.setValue(others);
  });

/** For the end of a session, another person's beginning, and updates that may know another shape. To be run in turn. */
export const forgetInsights = (): Promise<void> => keptItem.removeValue();
