import { Insights } from "@beatpass/shared/contracts";
import type { SubjectRef } from "@beatpass/shared/links";
import type { InsightsAnswer } from "../messaging/protocol.ts";
import { callServer } from "./call-server.ts";
import { sessionItem } from "./session.ts";
import { signOut } from "./sign-out.ts";

/** This year's figures of a track; "denied" says neither whether the server knows it nor whose it is. */
export async function readInsights({ kind, id }: SubjectRef): Promise<InsightsAnswer> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return { status: "unpaired" };
  const { server, token } = session;
  const path = `/v1/${kind}s/${encodeURIComponent(id)}/insights`;
  const answer = await callServer({ server, token, path, answer: Insights });
  switch (answer.status) {
    case "ok":
      return { status: "ok", insights: answer.data };
    case "not-found":
      return { status: "denied" };
    case "unauthenticated":
      await signOut(token);
      return { status: "unpaired" };
    case "failed":
      return { status: "failed", ...(answer.requestId ? { requestId: answer.requestId } : {}) };
    case "offline":
      return { status: "offline" };
    case "unreachable":
    case "moved":
      return { status: "unreachable" };
  }
}
