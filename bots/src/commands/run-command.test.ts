import { pino } from "pino";
import { expect, test } from "vitest";
import type { ServerApi } from "../server-api/server-api.ts";
import { answerAsked } from "../slack/commands.ts";
import type { SlackPeople } from "../slack/people.ts";
import { machineTime } from "../time.ts";
import type { Asking, CommandDeps } from "./command.ts";
import { runCommand } from "./run-command.ts";

const down = /^I can’t reach the figures right now\. Nothing is lost; try again in a few minutes\. \(([0-9a-f]{8})\)$/;
const asking: Asking = {
  community: { platform: "discord", guildId: "1", name: "Beat Lab" },
  user: { id: "2", name: "Kaya" },
  locale: "en",
  channelId: "3",
  options: {},
  memberName: async () => "",
  isAdmin: async () => false,
};

function depsWith(server: Partial<ServerApi>): { deps: CommandDeps; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { deps: { server: server as ServerApi, time: machineTime, log, draw: async () => undefined }, lines };
}

test("a command that fails in a way nobody foresaw is answered, with the number under which the log has it", async () => {
  const { deps, lines } = depsWith({});
  const command = {
    name: "stats",
    description: "command.stats.description" as const,
    options: [],
    who: "everybody" as const,
    shareable: true,
    answer: async () => {
      throw new TypeError("nobody foresaw it");
    },
  };
  const reply = await runCommand(command, asking, deps, async () => undefined);
  const [, requestId] = down.exec(reply.lines.lines[0]!) ?? [];
  expect(reply.shareable).toBe(false);
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 50,
      outcome: "failed",
      requestId,
      err: expect.objectContaining({ type: "TypeError" }),
    }),
  );
});

test("so is what Slack asks before a command runs", async () => {
  const suggest = async () => {
    throw new TypeError("choices is not iterable");
  };
  const { deps, lines } = depsWith({ suggest });
  const people: SlackPeople = {
    localeOf: async () => "en",
    rememberedLocale: () => "en",
    nameOf: async () => "Kaya",
    isAdmin: async () => false,
    teamName: async () => "Beat Lab",
  };
  const asked = {
    text: "insights rain",
    team_id: "T",
    team_domain: "t",
    user_id: "U",
    user_name: "k",
    channel_id: "C",
  };
  const { answer } = await answerAsked(asked, people, deps, async () => undefined);
  expect(answer.text).toMatch(down);
  expect(lines).toContainEqual(expect.objectContaining({ level: 50, command: "insights", outcome: "failed" }));
});
