import { announcementLines, cleanText, createTranslator, sampleAnnouncement } from "@beatpass/messages";
import { type AnnouncementView, type Locale, type PlacesHere, PREVIEW_KINDS } from "@beatpass/shared/contracts";
import { ServerError } from "../server-api/server-error.ts";
import type { Asking, Command, CommandDeps } from "./command.ts";

/**
 * What the announcements look like here, word for word in the community's language, and whether they could be posted
 * where this was asked.
 */
export const test: Command = {
  name: "test",
  description: "command.test.description",
  options: [
    {
      name: "kind",
      description: "command.test.kind.description",
      takes: "choice",
      choices: PREVIEW_KINDS.map((value) => ({ value, label: `community.kind.${value}` as const })),
    },
    {
      name: "show",
      description: "command.test.show.description",
      takes: "choice",
      choices: (["me", "channel"] as const).map((value) => ({ value, label: `command.test.show.${value}` as const })),
    },
  ],
  who: "admins",
  shareable: true,
  async answer(asking, deps) {
    const { options, locale } = asking;
    const t = createTranslator(locale);
    const forChannel = options.show === "channel";
    const kind = PREVIEW_KINDS.find((one) => one === options.kind);
    const here = await readHere(asking, deps);
    const sample = sampler(asking, deps, here);
    const { picture, ...words } = kind ? { ...sample.words(kind), picture: await sample.picture(kind) } : sample.all();
    const check = checkOf(asking, here);
    return {
      lines: {
        demo: t(forChannel ? "answer.test.mark" : "bot.test.preview"),
        ...words,
        ...(check !== undefined && { small: check }),
      },
      shareable: forChannel,
      ...(picture && { picture }),
    };
  },
};

type Kind = (typeof PREVIEW_KINDS)[number];

/** Announcements as the community would get them: in its language, with its way on. */
function sampler({ community, locale }: Asking, { time, draw }: CommandDeps, here: PlacesHere | undefined) {
  const spoken = here?.locale ?? locale;
  const about = {
    community: { id: community.guildId, name: community.name },
    now: new Date(time.now()),
    url: here?.url,
  };
  const view = (kind: Kind): AnnouncementView => sampleAnnouncement(kind, about);
  const words = (kind: Kind) => {
    const { title, context, list = [], button } = announcementLines(view(kind), spoken);
    return { title, lines: [context, ...list], ...(button && { buttons: [button] }) };
  };
  return {
    words,
    picture: (kind: Kind) => draw(view(kind), spoken),
    all() {
      const samples = PREVIEW_KINDS.filter((kind) => kind !== "folded").map(words);
      const title = createTranslator(locale)("answer.test.title");
      return { title, lines: samples.map((one) => `${one.title} · ${one.lines[0]}`), picture: undefined };
    },
  };
}

/** Undefined where it cannot be told now. */
const readHere = ({ community }: Asking, { server }: CommandDeps): Promise<PlacesHere | undefined> =>
  server.places(community).catch((error: unknown) => {
    if (error instanceof ServerError) return undefined;
    throw error;
  });

/** What the bot lacks in this channel, in a sentence; nothing where that is not known. */
function checkOf({ community, channelId, locale }: Asking, here: PlacesHere | undefined): string | undefined {
  const channel = here?.channels.find(({ id }) => id === channelId);
  return channel && checkText(channel, community.platform, locale);
}

function checkText(
  { name, mayPost, missing }: PlacesHere["channels"][number],
  platform: "discord" | "slack",
  locale: Locale,
) {
  const t = createTranslator(locale);
  const channel = `#${cleanText(name)}`;
  if (missing.length === 0) return t("community.check.ok", { channel });
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(missing.map((one) => t(`missing.${one}`)));
  const key = mayPost ? "community.check.partly" : "community.check.missing";
  return `${t(key, { channel, missing: list })} ${t(`community.check.how.${platform}`)}`;
}
