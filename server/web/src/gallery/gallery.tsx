import "@beatpass/ui/styles/font.css";
import "@beatpass/ui/styles/ui.css";
import "../styles/page.css";
import "../pages/channels/chat.css";
import "./gallery.css";
import { sampleAnnouncement } from "@beatpass/messages";
import { everyAnswer } from "@beatpass/messages/testing/sample-answers.ts";
import { type AnnouncementView, CHAT_PLATFORMS, type Locale, PREVIEW_KINDS } from "@beatpass/shared/contracts";
import { render } from "preact";
import { PLATFORMS } from "../pages/channels/platforms.tsx";
import { LanguageProvider } from "../settings/language.tsx";
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
const { Announcement, Reply } = PLATFORMS[platform];

const announced = PREVIEW_KINDS.map((kind) =>
  sampleAnnouncement(kind, { community: { id: "sample", name: "Beat Lab" }, now: NOW, url: URL }),
);

function Messages({ title, views }: { title: string; views: readonly AnnouncementView[] }) {
  return (
    <section class={`chat gallery-part ${platform}`}>
      <h2 class="gallery-title">{title}</h2>
      <ol>
        {views.map((view) => (
          <>
            <Announcement key={view.kind} view={view} locale={locale} at={NOW.toISOString()} />
            {window.cards?.[view.kind] && <img class="gallery-card" src={window.cards[view.kind]} alt="" />}
          </>
        ))}
      </ol>
    </section>
  );
}

function Answers() {
  return (
    <section class={`chat gallery-part ${platform}`}>
      <h2 class="gallery-title">Answers</h2>
      <ol>
        {everyAnswer("Kaya Noir", false, CAST).map((answer) => (
          <Reply
            key={answer.is}
            reply={{ is: "answer", answer }}
            locale={locale}
            at={NOW.toISOString()}
            question={`/beatpass ${answer.is}`}
            onDismiss={() => undefined}
          />
        ))}
      </ol>
    </section>
  );
}

const root = document.getElementById("app");
if (root) {
  render(
    <LanguageProvider>
      <main class="gallery">
        <Messages title="Announcements" views={announced} />
        <Messages title="Private messages" views={privateSamples(NOW, URL)} />
        <Answers />
      </main>
    </LanguageProvider>,
    root,
  );
}
