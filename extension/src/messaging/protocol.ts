import type { Insights } from "@beatpass/shared/contracts";
import { SUBJECT_KINDS } from "@beatpass/shared/links";
import { z } from "zod";

/** The messages of the extension. The background checks each one; content scripts and pages import only types. */
const subject = z.object({ kind: z.enum(SUBJECT_KINDS), id: z.string().regex(/^\d{1,20}$/) });

/** What a content script may ask of the background. */
export const ContentRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("insights.read"), subject }),
  z.object({ type: z.literal("insights.open"), subject }),
  z.object({ type: z.literal("pairing.show") }),
]);

/** What the extension's own pages may ask. */
export const PageRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("figures.refresh") }),
  z.object({ type: z.literal("pairing.start"), server: z.string().max(2000).optional() }),
  z.object({ type: z.literal("pairing.ask") }),
  z.object({ type: z.literal("pairing.cancel") }),
  z.object({ type: z.literal("server.set"), address: z.string().max(2000) }),
  z.object({ type: z.literal("unpair") }),
]);

export type Request = z.infer<typeof ContentRequest> | z.infer<typeof PageRequest>;

export type InsightsAnswer =
  | { status: "ok"; insights: Insights }
  | { status: "denied" | "unpaired" | "offline" | "unreachable" }
  | { status: "failed"; requestId?: string };

export type PairingStartAnswer =
  | { status: "started" | "no-server" | "offline" }
  | { status: "not-reached"; server: string };

export type ServerSetAnswer = { status: "set"; server: string } | { status: "not-allowed" };

/** What each request is answered with. */
export type Answers = {
  "insights.read": InsightsAnswer;
  "insights.open": undefined;
  "pairing.show": undefined;
  "figures.refresh": undefined;
  "pairing.start": PairingStartAnswer;
  "pairing.ask": undefined;
  "pairing.cancel": undefined;
  "server.set": ServerSetAnswer;
  unpair: undefined;
};

/** From the background to the content script of a tab: the browser's own menu entry was chosen. */
export type ShowInsights = { type: "insights.show"; subject: z.infer<typeof subject> };
