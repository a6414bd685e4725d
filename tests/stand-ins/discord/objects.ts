/** Discord's objects with the fields that its documentation promises. */
const EPOCH = 1_420_070_400_000n;
let increment = 0n;

/** An id as Discord makes them: time first, so that later is greater. */
export const snowflake = (at = Date.now()): string => String(((BigInt(at) - EPOCH) << 22n) + (increment++ & 4095n));

export const userObject = (id: string, name: string, bot = false) => ({
  id,
  username: name.toLowerCase(),
  discriminator: "0",
  global_name: bot ? null : name,
  avatar: null,
  bot,
  flags: 0,
});

/** Every permission, or those of somebody who may only read and write. */
export const memberObject = (
  user: ReturnType<typeof userObject>,
  manages = true,
  joinedAt = "2026-01-01T00:00:00.000Z",
) => ({
  user,
  nick: null,
  roles: [],
  joined_at: joinedAt,
  deaf: false,
  mute: false,
  flags: 0,
  permissions: manages ? "2147483647" : "3072",
});

export const channelObject = (id: string, guildId: string) => ({
  id,
  type: 0,
  guild_id: guildId,
  name: `channel-${id.slice(-3)}`,
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  topic: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  parent_id: null,
});

export const guildObject = (
  guild: { id: string; name: string; locale: string },
  channelIds: string[],
  botId: string,
) => ({
  id: guild.id,
  name: guild.name,
  preferred_locale: guild.locale,
  icon: null,
  owner_id: "900000000000000009",
  roles: [
    {
      id: guild.id,
      name: "@everyone",
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions: "2147483647",
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  emojis: [],
  stickers: [],
  features: [],
  channels: channelIds.map((id) => channelObject(id, guild.id)),
  threads: [],
  members: [memberObject(userObject(botId, "BeatPass", true))],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 2,
  large: false,
  unavailable: false,
  joined_at: "2026-01-01T00:00:00.000Z",
  afk_timeout: 300,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  system_channel_flags: 0,
  verification_level: 0,
});
