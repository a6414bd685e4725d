import { answerLines, privacyForm } from "@beatpass/messages";
import { type Command, privately } from "./command.ts";

/** The form of what may be posted and sent; whoever is not linked is told how to be. */
export const privacy: Command = {
  name: "privacy",
  description: "command.privacy.description",
  options: [],
  who: "everybody",
  shareable: false,
  async answer({ community, user, locale }, { server, time }) {
    const member = await server.member(community, user.id);
    if (member.is === "unlinked") return privately(answerLines(member, locale, { now: new Date(time.now()) }));
    const { platform, name } = community;
    const form = privacyForm(member, { platform, community: name, locale, isNew: false });
    return { lines: { title: form.title, lines: form.lines }, form, shareable: false };
  },
};
