import type { ServerSetAnswer } from "../messaging/protocol.ts";
import { serverItem } from "../storage/items.ts";
import { readServerAddress } from "./read-server-address.ts";

/** Remembers the server to pair with. */
export async function setServer(address: string): Promise<ServerSetAnswer> {
  const server = readServerAddress(address);
  if (!server) return { status: "not-allowed" };
  await serverItem.setValue(server);
  return { status: "set", server };
}
