import { Dashboard } from "@beatpass/shared/contracts";
import { viewItem } from "../storage/items.ts";
import { callServer } from "./call-server.ts";
import { inTurn } from "./in-turn.ts";
import { sessionItem } from "./session.ts";
import { signOut } from "./sign-out.ts";

let running: Promise<void> | undefined;

/** Reads the dashboard anew and shows it; what was shown before stays where that fails. */
export function refreshFigures(): Promise<void> {
  running ??= refresh().finally(() => {
    running = undefined;
  });
  return running;
}

async function refresh(): Promise<void> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return;
  const { server, token } = session;
  const answer = await callServer({ server, token, path: "/v1/dashboard", answer: Dashboard });
  if (answer.status === "unauthenticated") await signOut(token);
  await inTurn(async () => {
    const now = await sessionItem.getValue();
    if (now.status !== "paired" || now.token !== token) return;
    const { trouble: _, ...view } = await viewItem.getValue();
    switch (answer.status) {
      case "ok":
        return viewItem.setValue({ ...view, figures: { dashboard: answer.data, readAt: new Date().toISOString() } });
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
