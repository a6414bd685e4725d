import { viewItem } from "../storage/items.ts";
import { inTurn } from "./in-turn.ts";
import { sessionItem } from "./session.ts";

/** The server no longer takes this token: it is dropped, the last figures stay to be seen. */
export const signOut = (token: string): Promise<void> =>
  inTurn(async () => {
    const session = await sessionItem.getValue();
    if (session.status !== "paired" || session.token !== token) return;
    const { figures } = await viewItem.getValue();
    await sessionItem.setValue({ status: "unpaired" });
    await viewItem.setValue({ connection: "signed-out", server: session.server, ...(figures ? { figures } : {}) });
  });
