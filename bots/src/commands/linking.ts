import {
  type AnswerLines,
  answerLines,
  notLinkedLines,
  type PrivacyForm,
  privacyForm,
  readChoices,
  savedLines,
} from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import type { Asking, CommandDeps } from "./command.ts";
import { excuse } from "./excuse.ts";

export type Linking = Pick<Asking, "community" | "user" | "locale">;
/** A form to fill in, or words. */
export type Step = { is: "form"; form: PrivacyForm } | { is: "words"; lines: AnswerLines };

/** What follows the code that a person typed: the form of what may be posted, or why there is no link. */
export function linkByCode(
  { community, user, locale }: Linking,
  deps: CommandDeps,
  typed: { code: string; replace: boolean },
): Promise<Step> {
  return orDown(deps, "link-code", locale, async () => {
    const answer = await deps.server.link(community, user.id, { ...typed, name: user.name, locale });
    const now = new Date(deps.time.now());
    if (answer.is !== "linked") return { is: "words", lines: notLinkedLines(answer, typed.code, locale, now) };
    const { platform, name } = community;
    return { is: "form", form: privacyForm(answer, { platform, community: name, locale, isNew: true }) };
  });
}

/** The form as it stands for somebody who is linked already. */
export function askForm({ community, user, locale }: Linking, deps: CommandDeps): Promise<Step> {
  return orDown(deps, "privacy", locale, async () => {
    const member = await deps.server.member(community, user.id);
    if (member.is === "unlinked")
      return { is: "words", lines: answerLines(member, locale, { now: new Date(deps.time.now()) }) };
    const { platform, name } = community;
    return { is: "form", form: privacyForm(member, { platform, community: name, locale, isNew: false }) };
  });
}

/** Keeps what was ticked. */
export function saveTicked(
  { community, user, locale }: Linking,
  deps: CommandDeps,
  ticked: readonly string[],
): Promise<Step> {
  return orDown(deps, "save-choices", locale, async () => {
    const answer = await deps.server.saveChoices(community, user.id, readChoices(ticked));
    if (answer.is === "unlinked")
      return { is: "words", lines: answerLines(answer, locale, { now: new Date(deps.time.now()) }) };
    return { is: "words", lines: savedLines(ticked, locale) };
  });
}

async function orDown(deps: CommandDeps, command: string, locale: Locale, work: () => Promise<Step>): Promise<Step> {
  const startedAt = deps.time.now();
  try {
    const step = await work();
    deps.log.info({ event: "command", command, outcome: "answered", ms: deps.time.now() - startedAt });
    return step;
  } catch (error) {
    return { is: "words", lines: excuse(error, command, locale, deps.log) };
  }
}
