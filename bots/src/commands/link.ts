import { linkStartLines } from "@beatpass/messages";
import { type Command, privately } from "./command.ts";

/** Tells where the code is and opens the form in which it is typed. */
export const link: Command = {
  name: "link",
  description: "command.link.description",
  options: [],
  who: "everybody",
  shareable: false,
  answer: async ({ community, user, locale }, { server }) =>
    privately(linkStartLines(await server.member(community, user.id), community.name, locale)),
};
