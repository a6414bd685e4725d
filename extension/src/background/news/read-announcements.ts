import { AnnouncementView, Id, Instant } from "@beatpass/shared/contracts";
import { z } from "zod";
import { callServer, type ServerAnswer } from "../call-server.ts";

/** A kind that this version does not know is news all the same. */
const SomeView = z.looseObject({ kind: z.string(), occurredAt: Instant });
const Page = z.object({
  announcements: z.array(z.object({ id: Id, view: SomeView })),
  nextCursor: z.string().optional(),
  watched: z.boolean().optional(),
});

export type Announcement = { id: string; occurredAt: string; view: AnnouncementView | undefined };
type Answer = { announcements: Announcement[]; watched: boolean };

/** Some become known later than they occurred. */
const OVERLAP_MS = 48 * 3_600_000;
const MOST_PAGES = 3;

/** One's own announcements since shortly before an instant, the newest first; without one, the newest page. */
export async function readAnnouncements(
  to: { server: string; token: string },
  newest: string | undefined,
): Promise<ServerAnswer<Answer>> {
  const since = newest && new Date(Date.parse(newest) - OVERLAP_MS).toISOString();
  const found: Answer = { announcements: [], watched: false };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: "50", ...(since && { since }), ...(cursor && { cursor }) });
    const answer = await callServer({ ...to, path: `/v1/announcements?${query}`, answer: Page });
    if (answer.status !== "ok") return answer;
    for (const { id, view } of answer.data.announcements) {
      const known = AnnouncementView.safeParse(view);
      found.announcements.push({ id, occurredAt: view.occurredAt, view: known.success ? known.data : undefined });
    }
    found.watched ||= answer.data.watched === true;
    cursor = answer.data.nextCursor;
    if (!cursor || !since) break;
  }
  return { status: "ok", data: found };
}
