import type { Page } from "playwright-core";
import type { BeatPassApiStandIn } from "../stand-ins/beatpass-api.ts";
import type { TakeEverywhere } from "./dashboard-pictures.ts";

const WITHOUT_SOURCE = [
  { name: "first-visit", path: "/producer-dashboard" },
  { name: "connect", path: "/connect" },
];
const CONNECTED = [
  { name: "connected", path: "/connect" },
  { name: "first-day", path: "/producer-dashboard" },
  { name: "finances-empty", path: "/producer-dashboard/finances" },
];

/** What somebody new sees: before they connect BeatPass, and right after. @param newcomer signed in, with nothing */
export async function takeNewcomer(newcomer: Page, url: string, api: BeatPassApiStandIn, take: TakeEverywhere) {
  await take(newcomer, WITHOUT_SOURCE);
  const lena = api.producer(41, "Léna Marchand", [3812, 1240, 404, 31]);
  const titles = ["Minuit moins le quart", "Sable chaud", "Périphérique", "Rue de la Soif"];
  for (const [index, track] of lena.tracks.toReversed().entries()) track.name = titles[index]!;
  await newcomer.goto(`${url}/connect`);
  await newcomer.getByLabel("BeatPass API token").fill(lena.token);
  await newcomer.getByRole("button", { name: "Connect BeatPass" }).click();
  await newcomer.getByText("Works until").waitFor();
  await take(newcomer, CONNECTED);
}
