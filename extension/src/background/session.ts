import { storage } from "wxt/utils/storage";

/** The secrets: a session token once paired, a device code while pairing. Only background code imports this file. */
export type Session =
  | { status: "unpaired" }
  | {
      status: "pairing";
      server: string;
      deviceCode: string;
      expiresAt: string;
      intervalMs: number;
      /** Not to ask for the token before this instant (epoch ms). */
      nextAskAt: number;
    }
  | { status: "paired"; server: string; token: string };

export const sessionItem = storage.defineItem<Session>("local:session", { fallback: { status: "unpaired" } });
