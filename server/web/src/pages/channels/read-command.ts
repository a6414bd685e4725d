import { ANSWERED, type AnsweredCommandData, COMMAND_NAME, readTyped, splitTyped } from "@beatpass/messages";
import type { AnsweredCommand, Question } from "@beatpass/shared/contracts";

/** What was typed into a channel: a command that is answered, or anything else. */
export type Command = { is: "answered"; command: AnsweredCommand; question: Question } | { is: "unknown" };

/** Reads a typed line as the bots read it; members cannot be mentioned here. */
export function readCommand(typed: string): Command {
  const [, text] = new RegExp(`^/${COMMAND_NAME}\\s+(.*)$`, "is").exec(typed.trim()) ?? [];
  const { word, rest } = splitTyped(text ?? "");
  const data: AnsweredCommandData | undefined = Object.values(ANSWERED).find(({ name }) => name === word);
  if (!data) return { is: "unknown" };
  return { is: "answered", command: data.name, question: readTyped(data, rest).options };
}
