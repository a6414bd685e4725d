import type { AnswerLines, CommandData, PrivacyForm } from "@beatpass/messages";
import type { ChatPlatform, Locale } from "@beatpass/shared/contracts";
import type { Draw } from "../deliveries/attempt.ts";
import type { Picture } from "../deliveries/sender.ts";
import type { Log } from "../log.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import type { Time } from "../time.ts";

export type CommandDeps = { server: ServerApi; time: Time; log: Log; draw: Draw };

/** A command as somebody asks it, whatever the platform. */
export type Asking = {
  community: { platform: ChatPlatform; guildId: string; name: string };
  user: { id: string; name: string };
  locale: Locale;
  /** When they joined the community, as an ISO instant; absent where the platform does not say. */
  joinedAt?: string;
  /** Where it was asked. */
  channelId: string;
  /** By option name; a member is a platform user's id. */
  options: Readonly<Record<string, string>>;
  /** The name of a member whom the options name. */
  memberName: () => Promise<string>;
  /** Whether they manage the community; asked only of commands for admins. Undefined where the platform does not say. */
  isAdmin: () => Promise<boolean | undefined>;
};

/** What is shown to whoever asked. */
export type Reply = {
  lines: AnswerLines;
  shareable: boolean;
  /** Shown under the words. */
  picture?: Picture;
  /** To be filled in, in the platform's own form. */
  form?: PrivacyForm;
};

/** A subcommand of /beatpass: its data, and what it answers once for both platforms. One file each. */
export type Command = CommandData & {
  /** @throws what went wrong; the dispatcher words it */
  answer: (asking: Asking, deps: CommandDeps) => Promise<Reply>;
};

/** A reply that nobody else is to see. */
export const privately = (lines: AnswerLines): Reply => ({ lines, shareable: false });
