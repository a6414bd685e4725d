import browser from "webextension-polyfill";
import { sessionItem } from "../session.ts";

export const MAY_NOTIFY = { permissions: ["notifications" as const] };

/** What a notification says, and the page of the dashboard that it opens. */
export type Notification = { title: string; body: string; path: string };

/** The page stands in the id, so that a click is understood by a background that was started for it. */
const PREFIX = "news";
const SEPARATOR = "|";

/** @param id of the news; a second notification of the same would take the first one's place */
export async function notify(id: string, { title, body, path }: Notification): Promise<void> {
  if (!(await browser.permissions.contains(MAY_NOTIFY))) return;
  await browser.notifications.create([PREFIX, id, path].join(SEPARATOR), {
    type: "basic",
    iconUrl: browser.runtime.getURL("icon/128.png"),
    title,
    message: body,
  });
}

/** Listens for clicks; a browser that has not been asked for notifications offers nothing to listen to. */
export const listenForClicks = (): void => browser.notifications?.onClicked.addListener(onNotificationClick);

/** Opens the page that a notification is about, on the paired server. */
async function onNotificationClick(notificationId: string): Promise<void> {
  const [prefix, , path] = notificationId.split(SEPARATOR);
  if (prefix !== PREFIX || !path?.startsWith("/")) return;
  await browser.notifications.clear(notificationId);
  const session = await sessionItem.getValue();
  if (session.status === "paired") await browser.tabs.create({ url: session.server + path });
}

/** Takes back what is still shown: it has been looked at. */
export async function clearNotifications(): Promise<void> {
  // Without the permission the browser does not offer this at all.
  const shown = (await browser.notifications?.getAll()) ?? {};
  const ours = Object.keys(shown).filter((id) => id.startsWith(PREFIX + SEPARATOR));
  await Promise.all(ours.map((id) => browser.notifications.clear(id)));
}
