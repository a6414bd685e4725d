import { Answer, type ChatPlatform } from "@beatpass/shared/contracts";
import { useState } from "preact/hooks";
import { callServer } from "../../api/call-server.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { readCommand } from "./read-command.ts";

export type Reply = { is: "answer"; answer: Answer } | { is: "help" } | { is: "down"; requestId: string };

/** Something typed into a channel here, and what came back. Only this page knows of it. */
export type Question = {
  id: number;
  typed: string;
  at: string;
  /** The delivery that was the newest then: the answer stays below it. */
  afterId: string | undefined;
  reply: Reply | undefined;
};

/** Questions typed into one channel, answered by the server that answers the bots. */
export function useQuestions(platform: ChatPlatform) {
  const [questions, setQuestions] = useState<Question[]>([]);
  const ask = async (typed: string, afterId: string | undefined): Promise<void> => {
    const id = performance.now();
    setQuestions((all) => [...all, { id, typed, at: new Date().toISOString(), afterId, reply: undefined }]);
    const reply = await replyTo(platform, typed);
    setQuestions((all) => all.map((one) => (one.id === id ? { ...one, reply } : one)));
  };
  const dismiss = (id: number) => setQuestions((all) => all.filter((one) => one.id !== id));
  return { questions, ask, dismiss };
}

async function replyTo(platform: ChatPlatform, typed: string): Promise<Reply> {
  const command = readCommand(typed);
  if (command.is === "unknown") return { is: "help" };
  try {
    const request = { platform, command: command.command, question: command.question };
    return { is: "answer", answer: await callServer(Answer, "POST", "/v1/demo/answers", request) };
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    return { is: "down", requestId: error.requestId ?? "–" };
  }
}
