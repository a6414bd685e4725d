/** Made-up names for the demo: no real artist is meant. */
export const FIRST_NAMES =
  "Kaya,Milo,Nova,Juno,Ezra,Lila,Otis,Zuri,Remy,Indie,Soren,Maya,Idris,Wren,Koa,Dario,Yuki,Tariq,Elio,Saga,Bo,Amara,Cleo,Rafa,Ines,Theo,Noor,Arlo,Vega,Lux".split(
    ",",
  );
export const LAST_NAMES =
  "Noir,Beats,Sable,Winter,Delacroix,Okafor,Vale,Kobayashi,Ferro,Ash,Lindqvist,Moreau,Castell,Rowe,Amari,Bloom".split(
    ",",
  );
/** A few names that a layout must survive. */
export const UNUSUAL_NAMES = [
  "Zoë & the Århus Tape Machine Orchestra",
  "夜の電車",
  "Тихий Океан",
  "DJ ½ Speed",
  "ليلى",
];

export const TITLE_STARTS =
  "Night,Paper,Velvet,Static,Golden,Slow,Neon,Broken,Quiet,Salt,Copper,Late,Concrete,Violet,Second,Empty,Northern,Glass,Amber,Low".split(
    ",",
  );
export const TITLE_ENDS =
  "Bus,Tides,Rooms,Signal,Summer,Avenue,Skyline,Letters,Garden,Weather,Motion,Ceiling,Tape,Harbour,Season,Parade,Engine,Mirror,Lights,Sugar".split(
    ",",
  );

export const GENRES = ["Trap", "Drill", "Lo-fi", "House", "R&B", "Afrobeat", "Boom bap", "Ambient"];
export const KEYS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
/** How plays spread over the world and over machines; more of the first. */
export const COUNTRIES = ["CA", "US", "FR", "GB", "DE", "BR", "NG", "JP", "BE", "SE", "SN", "AU"];
export const PLATFORMS = ["Android", "iOS", "web", "Windows", "macOS", "Linux", "cast to device"];

/** The producer whom the sign-in link opens. */
export const HERO = {
  producerId: "demo-1",
  artistId: "9000000001",
  name: "Kaya Noir",
  trackId: "8000000001",
  trackTitle: "Bus de nuit",
  durationMs: 168_000,
};

/** Its account, and the guild and platform user that stand for its community on both platforms. */
export const DEMO_EMAIL = "demo@beatpass-companion.invalid";
export const DEMO_GUILD = "demo";
export const DEMO_CHAT_USER = "demo-user";
