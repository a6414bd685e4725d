import { CODE_MINUTES, createTranslator, LINK_REPLACE, LINK_START } from "@beatpass/messages";
import {
  CHOICES_FIELD,
  CODE_FIELD,
  CODE_VIEW,
  codeView,
  FORM_VIEW,
  formView,
  type SlackView,
  wordsView,
} from "@beatpass/messages/slack";
import type { Locale } from "@beatpass/shared/contracts";
import type { App, BlockAction, ButtonAction, webApi } from "@slack/bolt";
import type { CommandDeps } from "../commands/command.ts";
import { askForm, type Linking, linkByCode, type Step, saveTicked } from "../commands/linking.ts";
import type { SlackPeople } from "./people.ts";

/** Names the button under /beatpass privacy that opens the form. */
export const OPEN_FORM = "open-privacy";

type View = webApi.ViewsOpenArguments["view"];
/** A view of ours in the words of Slack's library. */
const asView = (view: SlackView) => view as View;

type Person = { user: { id: string; team_id?: string }; team: { id: string; domain: string } | null };

/** Linking and privacy: buttons that open a form, and forms that are acknowledged before the server is asked. */
export function addLinking(app: App, client: webApi.WebClient, people: SlackPeople, deps: CommandDeps): void {
  const linkingOf = async ({ user, team }: Person): Promise<Linking> => ({
    community: {
      platform: "slack",
      guildId: team?.id ?? user.team_id ?? "",
      name: await people.teamName(team?.domain ?? ""),
    },
    user: { id: user.id, name: await people.nameOf(user.id) },
    locale: await people.localeOf(user.id),
  });
  const open = (trigger_id: string, view: View) => client.views.open({ trigger_id, view });
  const show = async (view_id: string, step: Step, locale: Locale) => {
    await client.views.update({ view_id, view: asView(viewOf(step, locale)) });
  };
  const waiting = (locale: Locale) =>
    asView(wordsView({ lines: [createTranslator(locale)("link.form.wait")] }, locale));
  const isButton = (action_id: string) => ({ type: "block_actions" as const, action_id });

  app.action<BlockAction<ButtonAction>>(isButton(LINK_START), async ({ ack, body }) => {
    await ack();
    // The way to open a view ends after 3 seconds: nothing is asked before.
    await open(body.trigger_id, asView(codeView(people.rememberedLocale(body.user.id), CODE_MINUTES)));
  });
  app.view(CODE_VIEW, async ({ ack, body, view }) => {
    const locale = people.rememberedLocale(body.user.id);
    await ack({ response_action: "update", view: waiting(locale) });
    const linking = await linkingOf(body);
    const code = view.state.values[CODE_FIELD]?.[CODE_FIELD]?.value ?? "";
    await show(view.id, await linkByCode(linking, deps, { code, replace: false }), linking.locale);
  });
  app.action<BlockAction<ButtonAction>>(isButton(LINK_REPLACE), async ({ ack, body, action }) => {
    await ack();
    const linking = await linkingOf(body);
    const step = await linkByCode(linking, deps, { code: action.value ?? "", replace: true });
    if (body.view) await show(body.view.id, step, linking.locale);
  });
  app.action<BlockAction<ButtonAction>>(isButton(OPEN_FORM), async ({ ack, body }) => {
    await ack();
    // Opened first, likewise, and filled in when the server answered.
    const opened = await open(body.trigger_id, waiting(people.rememberedLocale(body.user.id)));
    const linking = await linkingOf(body);
    if (opened.view?.id) await show(opened.view.id, await askForm(linking, deps), linking.locale);
  });
  app.view(FORM_VIEW, async ({ ack, body, view }) => {
    const locale = people.rememberedLocale(body.user.id);
    await ack({ response_action: "update", view: waiting(locale) });
    const linking = await linkingOf(body);
    const ticked = view.state.values[CHOICES_FIELD]?.[CHOICES_FIELD]?.selected_options ?? [];
    await show(
      view.id,
      await saveTicked(
        linking,
        deps,
        ticked.map(({ value }) => value),
      ),
      linking.locale,
    );
  });
}

function viewOf(step: Step, locale: Locale): SlackView {
  if (step.is === "form") return formView(step.form, locale);
  const mayTryAgain = step.lines.buttons?.some((button) => "action" in button && button.action === LINK_START);
  return mayTryAgain ? codeView(locale, CODE_MINUTES, step.lines) : wordsView(step.lines, locale);
}
