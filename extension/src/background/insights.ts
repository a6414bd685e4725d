import { Insights, PublicArtist } from "@beatpass/shared/contracts";
import type { SubjectRef } from "@beatpass/shared/links";
import type { InsightsAnswer, KeptBecause } from "../messaging/protocol.ts";
import { viewItem } from "../storage/items.ts";
import { callServer } from "./call-server.ts";
import { dropInsights, keepInsights, keptInsights } from "./kept-insights.ts";
import { sessionItem } from "./session.ts";
import { signOut } from "./sign-out.ts";

/**
 * This year's figures of a track, album or artist; where newer ones cannot be had, the last ones with their age.
 * "denied" says neither whether the server knows the subject nor whose it is.
 * @param keep whether they may be kept: what is looked at in a private window leaves nothing
 */
export async function readInsights(subject: SubjectRef, { keep }: { keep: boolean }): Promise<InsightsAnswer> {
  const session = await sessionItem.getValue();
  if (session.status !== "paired") return { status: await whyNotPaired() };
  const { server, token } = session;
  const path = `/v1/${subject.kind}s/${encodeURIComponent(subject.id)}`;
  const answer = await callServer({ server, token, path: `${path}/insights`, answer: Insights });
  switch (answer.status) {
    case "ok":
      if (keep) await keepInsights(subject, answer.data);
      return { status: "ok", insights: answer.data };
    case "not-found": {
      await dropInsights(subject);
      if (subject.kind !== "artist") return { status: "denied" };
      const seen = await callServer({ server, token, path: `${path}/public`, answer: PublicArtist });
      return { status: "denied", ...(seen.status === "ok" && { artist: seen.data }) };
    }
    case "unauthenticated":
      await signOut(token);
      return { status: "expired" };
    case "failed":
      return orKept(subject, { status: "failed", ...(answer.requestId ? { requestId: answer.requestId } : {}) });
    case "offline":
      return orKept(subject, { status: "offline" });
    case "unreachable":
    case "moved":
      return orKept(subject, { status: "unreachable" });
  }
}

async function whyNotPaired(): Promise<"unpaired" | "expired"> {
  const { connection } = await viewItem.getValue();
  return connection === "signed-out" ? "expired" : "unpaired";
}

async function orKept(
  subject: SubjectRef,
  trouble: { status: KeptBecause["why"]; requestId?: string },
): Promise<InsightsAnswer> {
  const last = await keptInsights(subject);
  if (!last) return trouble;
  const { status: why, ...rest } = trouble;
  return { status: "ok", insights: last.insights, kept: { why, readAt: last.readAt, ...rest } };
}
