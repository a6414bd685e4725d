import { createTranslator } from "@beatpass/messages";
import { type Command, privately } from "./command.ts";

/** A one-time link to the community's settings, seen by the one who asked alone. */
export const settings: Command = {
  name: "settings",
  description: "command.settings.description",
  options: [],
  who: "admins",
  shareable: false,
  async answer({ community, user, locale }, { server }) {
    const t = createTranslator(locale);
    const { url, minutes } = await server.manageLink(community, { userId: user.id, name: user.name });
    if (url === undefined) return privately({ lines: [t("answer.settings.loopback")] });
    return privately({
      lines: [t("answer.settings", { community: community.name }), t("link.expires", { minutes })],
      buttons: [{ label: t("answer.settings.button"), url }],
    });
  },
};
