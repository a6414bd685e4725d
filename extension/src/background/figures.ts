import { Changes, Dashboard, TrackList, Visit } from "@beatpass/shared/contracts";
import type { Figures } from "../messaging/view.ts";
import { viewItem } from "../storage/items.ts";
import { callServer } from "./call-server.ts";
import { inTurn } from "./in-turn.ts";
import { sessionItem } from "./session.ts";
import { signOut } from "./sign-out.ts";

type Paired = { server: string; token: string };

let running: Promise<void> | undefined;

/**
 * Reads the figures anew and shows them; what was shown before stays where that fails.
 * @param isLook a person is looking: what changed is told since the look before this one
 */
export async function refreshFigures({ isLook = false } = {}): Promise<void> {
  if (isLook) await running;
  running ??= refresh(isLook).finally(() => {
    running = undefined;
  });
  return running;
}

async function refresh(isLook: boolean): Promise<void> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return;
  const { token } = session;
  const [answer, news] = await Promise.all([
    callServer({ ...session, path: "/v1/dashboard", answer: Dashboard }),
    readChanges(session, isLook),
  ]);
  if (answer.status === "unauthenticated") await signOut(token);
  const waiting = answer.status === "ok" ? await readWaiting(session, answer.data) : undefined;
  await inTurn(async () => {
    const now = await sessionItem.getValue();
    if (now.status !== "paired" || now.token !== token) return;
    const { trouble: _, ...view } = await viewItem.getValue();
    switch (answer.status) {
      case "ok": {
        const readAt = new Date().toISOString();
        const figures = { dashboard: answer.data, readAt, ...news, ...(waiting && { waiting }) };
        return viewItem.setValue({ ...view, figures, ...(news.changes && { since: news.changes.since }) });
      }
      case "not-found": {
        const { figures: __, ...bare } = view;
        return viewItem.setValue({ ...bare, trouble: { kind: "no-artist" } });
      }
      case "failed": {
        const { requestId } = answer;
        return viewItem.setValue({ ...view, trouble: { kind: "failed", ...(requestId ? { requestId } : {}) } });
      }
      case "offline":
      case "unreachable":
      case "moved":
        return viewItem.setValue({ ...view, trouble: { kind: answer.status } });
    }
  });
}

/** What changed since the look before; the server keeps when that was, on whichever device. */
async function readChanges(session: Paired, isLook: boolean): Promise<Pick<Figures, "changes">> {
  let { since } = await viewItem.getValue();
  if (isLook) {
    const visit = await callServer({ ...session, path: "/v1/visits", answer: Visit, body: {} });
    if (visit.status === "ok") since = visit.data.since;
  }
  if (since === undefined) return {};
  const path = `/v1/changes?${new URLSearchParams({ since })}`;
  const answer = await callServer({ ...session, path, answer: Changes });
  return answer.status === "ok" ? { changes: answer.data } : {};
}

/** While there are tracks and no play yet, the newest track and what of its metadata is missing. */
async function readWaiting(session: Paired, { tracks, plays }: Dashboard): Promise<Figures["waiting"]> {
  if (tracks === 0 || plays > 0) return undefined;
  const answer = await callServer({ ...session, path: "/v1/tracks", answer: TrackList });
  if (answer.status !== "ok") return undefined;
  const [newest] = answer.data.tracks.toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""));
  return newest && { title: newest.title, missing: newest.missingMetadata };
}
