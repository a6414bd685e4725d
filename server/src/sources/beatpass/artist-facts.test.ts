import { expect, test } from "vitest";
import type { ArtistRow } from "../../catalog/index.ts";
import { readProfile } from "./api-answers.ts";
import { ownArtistFact } from "./artist-facts.ts";

const KNOWN: ArtistRow = {
  id: "7",
  name: "Kaya",
  producerId: "kaya",
  pictureCount: 1,
  image: null,
  bio: "Dark and slow.",
  linkCount: 3,
  createdAt: 0,
  vouched: true,
  fieldTimes: {},
  demo: false,
};

/** What a reading of the profile changes of what is known. */
function changes(told: object): object {
  const { profile } = readProfile({ id: 7, name: "Kaya", ...told })!;
  const { artistId, at, ...fields } = ownArtistFact(profile, "kaya", KNOWN, 1) ?? { artistId: "7", at: 1 };
  return fields;
}

test.each([
  ["nothing is told", {}],
  ["nothing can be read", { bio: 7, website: 7, social_links: "none" }],
  ["the others of the links are not told", { website: "https://kaya.example" }],
  ["the website is not told", { social_links: [] }],
])("bio and links stay where %s", (_, told) => {
  expect(changes(told)).toEqual({});
});

test.each([
  ["none", { bio: null, website: null, social_links: null }, { bio: null, linkCount: 0 }],
  ["emptied", { bio: " ", website: "", social_links: [] }, { bio: null, linkCount: 0 }],
  [
    "other ones",
    { bio: "Bright.", website: "https://kaya.example", social_links: { x: "https://x.example/kaya" } },
    { bio: "Bright.", linkCount: 2 },
  ],
  ["more than were known", { social_links: ["a", "b", "c", "d"] }, { linkCount: 4 }],
])("bio and links become what is told: %s", (_, told, changed) => {
  expect(changes(told)).toEqual(changed);
});
