import { type LinkedMember, NOTHING_AGREED } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { privacyForm } from "./privacy-form.ts";

const producer = { id: "kaya", name: "Kaya Noir" };
const member: LinkedMember = {
  producer,
  level: 4,
  tracks: 1,
  plays: 1,
  privacy: NOTHING_AGREED,
  preview: {
    kind: "level-up",
    producer,
    occurredAt: "2026-11-20T12:00:00.000Z",
    basis: "computed",
    demo: false,
    fromLevel: 4,
    level: 5,
    title: "Rising Producer",
    newTitle: false,
    cause: { reason: "total", xp: 2000 },
  },
};
const where = { platform: "discord", community: "Beat Lab", locale: "en" } as const;
const ticked = ({ choices }: ReturnType<typeof privacyForm>) =>
  choices.filter((choice) => choice.ticked).map(({ value }) => value);

test("a first link suggests what is usual, and says that nothing is posted before it is saved", () => {
  const form = privacyForm({ ...member, isFirst: true }, { ...where, isNew: true });
  expect(ticked(form)).toEqual(["level-up", "achievement", "leaderboard", "spike"]);
  expect(form.small).toMatch(/^Nothing is posted until you save\./);
});

test("a further account, and whoever is linked already, find what holds", () => {
  const further = privacyForm({ ...member, isFirst: false }, { ...where, isNew: true });
  expect(ticked(further)).toEqual([]);
  expect(further.small).toMatch(/^What you chose before holds\./);
  expect(further.choices.at(-1)).toMatchObject({ value: "hello" });
  expect(ticked(privacyForm(member, { ...where, isNew: false }))).toEqual([]);
});

test("every form says which choices hold beyond the community", () => {
  for (const isNew of [true, false])
    expect(privacyForm(member, { ...where, isNew }).small).toMatch(/Leaderboards and being named hold everywhere/);
  const inFrench = privacyForm(member, { ...where, locale: "fr", isNew: false });
  expect(inFrench.small).toMatch(/valent partout, pas seulement ici/);
});
