import "@beatpass/ui/styles/font.css";
import "@beatpass/ui/styles/ui.css";
import "../styles/page.css";
import "../pages/channels/chat.css";
import "./gallery.css";
import { homeLines, sampleAnnouncement } from "@beatpass/messages";
import * as discord from "@beatpass/messages/discord";
import * as slack from "@beatpass/messages/slack";
import { everyAnswer } from "@beatpass/messages/testing/sample-answers.ts";
import {
  type AnnouncementView,
  type Answer,
  CHAT_PLATFORMS,
  type Locale,
  PREVIEW_KINDS,
} from "@beatpass/shared/contracts";
import { render } from "preact";
import { DiscordMessageView } from "../pages/channels/discord-message-view.tsx";
import { PLATFORMS } from "../pages/channels/platforms.tsx";
import { SlackBlockView, SlackMessageView } from "../pages/channels/slack-message-view.tsx";
import { LanguageProvider } from "../settings/language.tsx";
import { drawDiscordAction, drawSlackAction } from "./actions.tsx";
import { Linking } from "./linking.tsx";
import { privateSamples } from "./private-samples.ts";

/**
 * Every message as both platforms draw it, for whoever looks at them: public ones with their pictures, private ones,
 * and the answers of commands. Served while developing only; the pictures are put into the page by the script.
 */
declare global {
  interface Window {
    /** Data addresses of the cards by kind. */
    cards?: Partial<Record<AnnouncementView["kind"], string>>;
  }
}

const NOW = new Date("2026-11-23T18:00:00Z");
const URL = "https://stats.example/producer-dashboard";
const query = new URLSearchParams(location.search);
const platform = CHAT_PLATFORMS.find((one) => one === query.get("platform")) ?? "discord";
const locale: Locale = query.get("locale") === "fr" ? "fr" : "en";
const CAST = {
  others: [
    "Milo Beats",
    "Zoë Lark",
    "夜明けのビート",
    "DJ Solène",
    "Low Tide",
    "Ana Prisma",
    "Юра Нота",
    "Otis Vale",
    "Mara & the Keys",
    "Nils",
  ],
  track: "Night Bus",
  community: "Beat Lab",
};
/** What is typed to be answered so, where that is no command's name. */
const ASKED: Partial<Record<Answer["is"], string>> = {
  insights: "insights Night Bus",
  unlinked: "stats",
  "unlinked-member": "stats @Milo",
  unknown: "stats Kaia Noire",
  "no-insights": "insights Day Train",
};
const { Announcement } = PLATFORMS[platform];

const announced = PREVIEW_KINDS.map((kind) =>
  sampleAnnouncement(kind, { community: { id: "sample", name: "Beat Lab" }, now: NOW, url: URL }),
);

const answers = everyAnswer("Kaya Noir", false, CAST).map((answer) =>
  answer.is === "unknown" ? { ...answer, query: "Kaia Noire" } : answer,
);

function Messages({ title, views }: { title: string; views: readonly AnnouncementView[] }) {
  return (
    <section class={`chat gallery-part ${platform}`}>
      <h2 class="gallery-title">{title}</h2>
      <ol>
        {views.map((view) => (
          <Announcement
            key={view.kind}
            view={view}
            locale={locale}
            at={NOW.toISOString()}
            picture={window.cards?.[view.kind]}
          />
        ))}
      </ol>
    </section>
  );
}

/** An answer with what the bot would do for it, which the demo leaves out. */
function Answered({ answer }: { answer: Answer }) {
  const frame = {
    at: NOW.toISOString(),
    question: `/beatpass ${ASKED[answer.is] ?? answer.is}`,
    onDismiss: () => undefined,
  };
  const context = { now: NOW, member: "Milo" };
  return platform === "discord" ? (
    <DiscordMessageView
      message={discord.renderAnswer(answer, locale, context)}
      drawAction={drawDiscordAction}
      {...frame}
    />
  ) : (
    <SlackMessageView message={slack.renderAnswer(answer, locale, context)} drawAction={drawSlackAction} {...frame} />
  );
}

function Answers() {
  return (
    <section class={`chat gallery-part ${platform}`}>
      <h2 class="gallery-title">Answers</h2>
      <ol>
        {answers.map((answer) => (
          <Answered key={answer.is} answer={answer} />
        ))}
      </ol>
    </section>
  );
}

/** Slack's page of the app. */
function Home() {
  const [stats, progress] = answers;
  if (stats?.is !== "stats" || progress?.is !== "progress") return null;
  const { blocks } = slack.homeView(homeLines(stats, progress, locale, { now: NOW }, []));
  return (
    <section class="chat gallery-part slack">
      <h2 class="gallery-title">Home</h2>
      <div class="gallery-home">
        {blocks.map((block, index) => (
          <SlackBlockView key={index} block={block} drawAction={drawSlackAction} />
        ))}
      </div>
    </section>
  );
}

const root = document.getElementById("app");
if (root) {
  render(
    <LanguageProvider>
      <main class="gallery">
        <Messages title="Announcements" views={announced} />
        <div class="gallery-column">
          <Messages title="Private messages" views={privateSamples(platform, NOW, URL)} />
          <section class={`chat gallery-part ${platform}`}>
            <h2 class="gallery-title">Linking</h2>
            <ol>
              <Linking platform={platform} locale={locale} now={NOW} />
            </ol>
          </section>
        </div>
        <div class="gallery-column">
          {platform === "slack" && <Home />}
          <Answers />
        </div>
      </main>
    </LanguageProvider>,
    root,
  );
}
