import { useQuery } from "@tanstack/preact-query";
import { accountQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import type { Section } from "../../layout/section.ts";
import { AskForArtist } from "./artists/ask-for-artist.tsx";
import { OwnArtists } from "./artists/own-artists.tsx";
import { OwnClaims } from "./artists/own-claims.tsx";
import { ProfileForm } from "./artists/profile-form.tsx";

export const artistsSection: Section = { id: "artists", name: "settings.artists", Body: Artists };

/** Who one is here, and the artist profiles that count. */
function Artists() {
  const query = useQuery(accountQuery);
  return (
    <Answer query={query} shape="list">
      {(account) => (
        <>
          <ProfileForm account={account} />
          <OwnArtists account={account} />
          <OwnClaims />
          <AskForArtist isFirst={account.artists.length === 0} />
        </>
      )}
    </Answer>
  );
}
