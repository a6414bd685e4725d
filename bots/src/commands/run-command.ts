import { createTranslator } from "@beatpass/messages";
import { type Asking, type Command, type CommandDeps, privately, type Reply } from "./command.ts";
import { excuse } from "./excuse.ts";

/** Later than this the asker is told that it takes longer. */
const LATE_MS = 3000;

/**
 * Runs a command that is acknowledged already, whatever state the server is in; never without a reply.
 * @param onLate tells the asker that it takes longer than usual; what it fails at is only told less
 */
export async function runCommand(
  command: Command,
  asking: Asking,
  deps: CommandDeps,
  onLate: (text: string) => Promise<unknown>,
): Promise<Reply> {
  const { time, log } = deps;
  const startedAt = time.now();
  const done = new AbortController();
  const late = time.sleep(LATE_MS, done.signal).then(async () => {
    if (!done.signal.aborted) await onLate(createTranslator(asking.locale)("answer.late"));
  });
  const { reply, outcome } = await answerOrExcuse(command, asking, deps);
  done.abort();
  // The excuse must not arrive after the answer.
  await late.catch(() => undefined);
  log.info({ event: "command", command: command.name, outcome, ms: time.now() - startedAt });
  return reply;
}

async function answerOrExcuse(
  command: Command,
  asking: Asking,
  deps: CommandDeps,
): Promise<{ reply: Reply; outcome: string }> {
  const { locale, community } = asking;
  try {
    const isAllowed = command.who === "everybody" || (await asking.isAdmin());
    if (!isAllowed) {
      const key = isAllowed === undefined ? "answer.admins_unknown" : "answer.admins_only";
      const text = createTranslator(locale)(key, { community: community.name });
      return { reply: privately({ lines: [text] }), outcome: "not-allowed" };
    }
    return { reply: await command.answer(asking, deps), outcome: "answered" };
  } catch (error) {
    return { reply: privately(excuse(error, command.name, locale, deps.log)), outcome: "excused" };
  }
}
