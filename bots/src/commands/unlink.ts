import { unlinkedLines } from "@beatpass/messages";
import { type Command, privately } from "./command.ts";

/** Undoes the link, everywhere at once. */
export const unlink: Command = {
  name: "unlink",
  description: "command.unlink.description",
  options: [],
  who: "everybody",
  shareable: false,
  answer: async ({ community, user, locale }, { server }) =>
    privately(unlinkedLines(await server.unlink(community, user.id), community.name, locale)),
};
