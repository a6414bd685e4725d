import type { Account } from "@beatpass/shared/contracts";
import { beatPassUrl } from "@beatpass/shared/links";
import { Cover } from "../../../layout/cover.tsx";
import { OutIcon } from "../../../layout/icons.tsx";
import { useLanguage } from "../../../settings/language.tsx";

type Artist = Account["artists"][number];

/** One's artist profiles, and what each still lacks to earn XP. */
export function OwnArtists({ account: { artists } }: { account: Account }) {
  const { t } = useLanguage();
  if (artists.length === 0) return null;
  return (
    <div class="settings-part">
      <h3>{t("settings.own_artists")}</h3>
      <ul class="settings-rows">
        {artists.map((artist) => (
          <ArtistRow key={artist.id} artist={artist} />
        ))}
      </ul>
    </div>
  );
}

function ArtistRow({ artist }: { artist: Artist }) {
  const { locale, t } = useLanguage();
  const missing = [
    ...(artist.pictures > 0 ? [] : [t("settings.picture")]),
    ...(artist.hasBio ? [] : [t("settings.bio")]),
  ];
  return (
    <li class="settings-row">
      <span class="artist-picture">
        <Cover image={artist.image} title={artist.name} />
      </span>
      <div class="settings-row-words">
        <bdi class="strong">{artist.name}</bdi>
        <span class="muted">
          {artist.completed
            ? t("settings.earns")
            : t("settings.earns_not", { missing: new Intl.ListFormat(locale).format(missing) })}
        </span>
      </div>
      {/^\d+$/.test(artist.id) && (
        <a
          class="icon-link muted"
          href={beatPassUrl({ kind: "artist", id: artist.id })}
          target="_blank"
          rel="noreferrer"
        >
          BeatPass
          <span class="hidden-text"> {artist.name}</span>
          <OutIcon />
        </a>
      )}
    </li>
  );
}
