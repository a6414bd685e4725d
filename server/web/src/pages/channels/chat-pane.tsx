import type { ChatPlatform, DemoMessage } from "@beatpass/shared/contracts";
import type { TargetedSubmitEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { SendIcon } from "../../layout/icons.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { PLATFORMS } from "./platforms.tsx";
import { type Question, useQuestions } from "./use-questions.ts";

const CHANNEL = "beat-room";

/** A channel of one platform: its messages, oldest first, and a line to type in. */
export function ChatPane({ platform, messages }: { platform: ChatPlatform; messages: readonly DemoMessage[] }) {
  const { t } = useLanguage();
  const { questions, ask, dismiss } = useQuestions(platform);
  const id = useId();
  const log = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.deliveryId;
  const answered = questions.filter(({ reply }) => reply).length;
  useLayoutEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [newest, questions.length, answered]);
  return (
    <section class={`chat ${platform}`} aria-labelledby={id}>
      <header class="chat-head">
        <h2 id={id}>
          <span class="chat-channel">#</span>
          {CHANNEL}
        </h2>
        <span class="chat-platform">{PLATFORMS[platform].name}</span>
      </header>
      <div
        class="chat-log"
        role="log"
        aria-label={t("channels.messages", { platform: PLATFORMS[platform].name })}
        ref={log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {messages.length === 0 && questions.length === 0 ? (
          <p class="chat-empty">{t("channels.empty")}</p>
        ) : (
          <ol>
            <Entries platform={platform} messages={messages} questions={questions} onDismiss={dismiss} />
          </ol>
        )}
      </div>
      <Composer platform={platform} onSend={(typed) => void ask(typed, newest)} />
    </section>
  );
}

function Entries(props: {
  platform: ChatPlatform;
  messages: readonly DemoMessage[];
  questions: readonly Question[];
  onDismiss: (id: number) => void;
}) {
  const { platform, messages, questions, onDismiss } = props;
  const { locale } = useLanguage();
  const { Announcement, Reply } = PLATFORMS[platform];
  const known = new Set(messages.map(({ deliveryId }) => deliveryId));
  const repliesAfter = (deliveryId: string | undefined) =>
    questions
      .filter(({ afterId }) => (afterId !== undefined && known.has(afterId) ? afterId : undefined) === deliveryId)
      .map(
        ({ id, typed, at, reply }) =>
          reply && (
            <Reply key={id} reply={reply} locale={locale} at={at} question={typed} onDismiss={() => onDismiss(id)} />
          ),
      );
  return (
    <>
      {repliesAfter(undefined)}
      {messages.flatMap(({ deliveryId, sentAt, view }) => [
        <Announcement key={deliveryId} view={view} locale={locale} at={sentAt} />,
        ...repliesAfter(deliveryId),
      ])}
    </>
  );
}

function Composer({ platform, onSend }: { platform: ChatPlatform; onSend: (typed: string) => void }) {
  const { t } = useLanguage();
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("line")).trim();
    if (typed === "") return;
    event.currentTarget.reset();
    onSend(typed);
  };
  return (
    <form class="chat-composer" onSubmit={submit}>
      <input
        name="line"
        autocomplete="off"
        spellcheck={false}
        maxLength={400}
        placeholder={t("channels.type")}
        aria-label={t("channels.line", { platform: PLATFORMS[platform].name })}
      />
      <button type="submit" class="chat-send">
        <SendIcon />
        <span class="hidden-text">{t("channels.send", { platform: PLATFORMS[platform].name })}</span>
      </button>
    </form>
  );
}
