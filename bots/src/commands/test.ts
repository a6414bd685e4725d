import { announcementLines, cleanText, createTranslator, sampleAnnouncement } from "@beatpass/messages";
import { type AnnouncementView, type Locale, type Places, PREVIEW_KINDS } from "@beatpass/shared/contracts";
import { ServerError } from "../server-api/server-error.ts";
import type { Asking, Command, CommandDeps } from "./command.ts";

/** What the announcements look like here, word for word, and whether they could be posted where this was asked. */
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
    const { title, lines } = kind ? wordsOf(sampleOf(kind, asking, deps), locale) : everySample(asking, deps);
    const [check, picture] = await Promise.all([
      checkChannel(asking, deps),
      kind && deps.draw(sampleOf(kind, asking, deps), locale),
    ]);
    return {
      lines: {
        demo: t(forChannel ? "answer.test.mark" : "bot.test.preview"),
        title,
        lines,
        ...(check !== undefined && { small: check }),
      },
      shareable: forChannel,
      ...(picture && { picture }),
    };
  },
};

type Kind = (typeof PREVIEW_KINDS)[number];

function sampleOf(kind: Kind, { community }: Asking, { time }: CommandDeps): AnnouncementView {
  const here = { id: community.guildId, name: community.name };
  return sampleAnnouncement(kind, { community: here, now: new Date(time.now()) });
}

function wordsOf(view: AnnouncementView, locale: Locale) {
  const { title, context, list = [] } = announcementLines(view, locale);
  return { title, lines: [context, ...list] };
}

function everySample(asking: Asking, deps: CommandDeps) {
  const samples = PREVIEW_KINDS.filter((kind) => kind !== "folded").map((kind) =>
    wordsOf(sampleOf(kind, asking, deps), asking.locale),
  );
  const t = createTranslator(asking.locale);
  return { title: t("answer.test.title"), lines: samples.flatMap(({ title, lines }) => [`${title} · ${lines[0]}`]) };
}

/** What the bot lacks in this channel, in a sentence; nothing where that cannot be told now. */
async function checkChannel({ community, channelId, locale }: Asking, { server }: CommandDeps) {
  const places = await server.places(community).catch((error: unknown) => {
    if (error instanceof ServerError) return undefined;
    throw error;
  });
  const channel = places?.channels.find(({ id }) => id === channelId);
  return channel && checkText(channel, community.platform, locale);
}

function checkText(
  { name, mayPost, missing }: Places["channels"][number],
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
