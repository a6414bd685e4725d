import { ACHIEVEMENTS, LEVEL_TITLES, levelTitle, type Rulebook, xpForLevel } from "@beatpass/shared/rules";
import { html } from "hono/html";
import { docsPage, type Html } from "./page.ts";

const number = new Intl.NumberFormat("en");
/** The first ones, then where a title begins. */
const LEVELS = [
  ...new Set([...Array.from({ length: 10 }, (_, index) => index + 1), ...LEVEL_TITLES.map(({ from }) => from), 100]),
];

/** XP, levels and achievements as this server's rulebook has them. */
export const rulesPage = (rulebook: Rulebook): Html =>
  docsPage(
    "rules",
    html`<h1>The rules of this server</h1>
      <p class="lead">
        Rulebook <strong>${rulebook.name}</strong>, version ${rulebook.version}. XP never goes down, and nothing is paid
        twice.
      </p>
      <section class="panel">
        <h2>XP</h2>
        <table>
          <tr><th scope="row">A public track is published</th><td>+${rulebook.upload}</td></tr>
          <tr>
            <th scope="row">${rulebook.play.per === "every" ? "A play is counted" : "A track’s first play is counted"}</th>
            <td>+${rulebook.play.xp}</td>
          </tr>
          <tr><th scope="row">BPM, key, scale, a tag and a description are filled</th><td>+${rulebook.metadata}</td></tr>
          <tr><th scope="row">A track is credited to two artists or more</th><td>+${rulebook.collaboration}</td></tr>
          <tr><th scope="row">An achievement is unlocked</th><td>see below</td></tr>
        </table>
        <p>
          Tracks and plays pay every credited artist whose profile an account has claimed and that is complete: it has a
          name, a picture and a bio, or whoever runs this server vouches for it. Who completes a profile later earns from
          then on and, once, what the tracks there are award; plays of before are not paid for. Achievements need no more
          than a claimed profile.
        </p>
      </section>
      <section class="panel">
        <h2>Levels</h2>
        <p>XP required for a level: 100 × (level − 1)<sup>1.5</sup>, rounded.</p>
        <table>
          <thead><tr><th scope="col">Level</th><th scope="col">Title</th><th scope="col">XP</th></tr></thead>
          ${LEVELS.toSorted((a, b) => a - b).map(
            (level) => html`<tr>
              <td>${level}</td>
              <td>${levelTitle(level)}</td>
              <td>${number.format(xpForLevel(level))}</td>
            </tr>`,
          )}
        </table>
      </section>
      <section class="panel">
        <h2>${ACHIEVEMENTS.length} achievements</h2>
        <table>
          <thead>
            <tr><th scope="col">Achievement</th><th scope="col">Unlocked by</th><th scope="col">Rarity</th><th scope="col">XP</th></tr>
          </thead>
          ${ACHIEVEMENTS.map(
            ({ slug, name, description, rarity, xp }) => html`<tr id="${slug}">
              <th scope="row">${name}</th>
              <td>${description}</td>
              <td class="${rarity}">${rarity}</td>
              <td>${number.format(xp)}</td>
            </tr>`,
          )}
        </table>
      </section>`,
  );
