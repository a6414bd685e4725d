import type { MessageKey } from "@beatpass/messages";
import type { Session } from "@beatpass/shared/contracts";
import type { FunctionComponent } from "preact";

/** A part of a page of sections: a file of its own, and a line in the page's list. */
export type Section = {
  /** Its address: the page's path, #id. */
  id: string;
  name: MessageKey;
  /** "producer": there only for an account with an artist profile. */
  needs?: "producer";
  Body: FunctionComponent<{ session: Session }>;
};
