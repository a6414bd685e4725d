import { z } from "zod";
import { Count, Instant } from "./common.ts";

/**
 * Pairing a browser without typing a token: the extension asks for a code and shows it, the person types it
 * on the dashboard's /pair page (never taken from the URL), the extension collects its session token.
 * start and token answer cross-origin and take no cookies; look-up, approve and deny need the signed-in person.
 */
export const PairingStart = z.object({
  browser: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'Shown to the person before approving, e.g. "Firefox · Linux"' }),
});
export const PairingStarted = z.object({
  deviceCode: z.string().meta({ description: "The extension's secret; never shown" }),
  userCode: z.string().meta({ description: "Shown to the person" }),
  pairUrl: z.url().meta({ description: "The page to open; it carries no code" }),
  expiresAt: Instant,
  intervalMs: Count.meta({ description: "Ask for the token no more often than this" }),
});
export type PairingStarted = z.infer<typeof PairingStarted>;

export const PairingTokenRequest = z.object({ deviceCode: z.string().min(1).max(200) });
export const PairingTokenAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("pending"), intervalMs: Count }),
  z.object({ status: z.literal("denied") }),
  z.object({ status: z.literal("expired") }),
  z.object({ status: z.literal("paired"), token: z.string(), expiresAt: Instant }),
]);
export type PairingTokenAnswer = z.infer<typeof PairingTokenAnswer>;

export const PairingCode = z.object({ code: z.string().min(1).max(40) });
export const PairingRequest = z.object({ browser: z.string(), requestedAt: Instant });
