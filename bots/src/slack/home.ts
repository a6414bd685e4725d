import { answerLines, createTranslator, HOME_REFRESH, homeLines } from "@beatpass/messages";
import { homeView } from "@beatpass/messages/slack";
import type { Locale } from "@beatpass/shared/contracts";
import type { App, BlockAction, webApi } from "@slack/bolt";
import type { CommandDeps } from "../commands/command.ts";
import { excuse } from "../commands/excuse.ts";
import { OPEN_FORM } from "./linking.ts";
import type { SlackPeople } from "./people.ts";

/** The app's home: the producer's overview, made anew whenever it is opened. */
export function addHome(app: App, client: webApi.WebClient, people: SlackPeople, deps: CommandDeps): void {
  const publish = async (teamId: string, userId: string) => {
    const lines = await readHome(deps, teamId, userId, await people.localeOf(userId));
    await client.views.publish({ user_id: userId, view: homeView(lines) as webApi.ViewsPublishArguments["view"] });
  };
  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab === "home") await publish(body.team_id, event.user);
  });
  app.action<BlockAction>({ type: "block_actions", action_id: HOME_REFRESH }, async ({ ack, body }) => {
    await ack();
    await publish(body.team?.id ?? body.user.team_id ?? "", body.user.id);
  });
}

async function readHome({ server, time, log }: CommandDeps, guildId: string, user: string, locale: Locale) {
  const community = { platform: "slack" as const, guildId };
  const startedAt = time.now();
  const context = { now: new Date(startedAt) };
  try {
    const [stats, progress] = await Promise.all([
      server.answer(community, "stats", { user }),
      server.answer(community, "progress", { user }),
    ]);
    log.info({ event: "command", command: "home", outcome: "answered", ms: time.now() - startedAt });
    if (stats.is !== "stats" || progress.is !== "progress") return answerLines({ is: "unlinked" }, locale, context);
    const privacy = { label: createTranslator(locale)("link.form.pick"), action: OPEN_FORM };
    return homeLines(stats, progress, locale, context, [privacy]);
  } catch (error) {
    return excuse(error, "home", locale, log);
  }
}
