import { z } from "zod";
import { Count, Instant } from "./common.ts";

/** The token with which a producer's figures are read ends soon; for whom it belongs to alone. */
export const TokenSoonView = z.object({
  kind: z.literal("token-soon"),
  occurredAt: Instant,
  demo: z.boolean(),
  url: z.url().optional().meta({ description: "The way on; absent while PUBLIC_URL is loopback" }),
  days: Count.meta({ description: "Days that are left, begun ones counted" }),
  expiresAt: Instant,
});
