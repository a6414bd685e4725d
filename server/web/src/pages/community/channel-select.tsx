import type { Places } from "@beatpass/shared/contracts";

/** Channels by name; the chosen one is always among them, also while the bot does not answer. */
export function ChannelSelect(props: {
  label: string;
  none: string;
  channelId: string | undefined;
  places: Places | undefined;
  hidesLabel?: boolean;
  onChange: (channelId: string | undefined) => void;
}) {
  const { label, none, channelId, places } = props;
  const isKnown = places?.channels.some(({ id }) => id === channelId);
  return (
    <label class="form-field">
      <span class={props.hidesLabel ? "hidden-text" : undefined}>{label}</span>
      <select
        class="field"
        value={channelId ?? ""}
        disabled={!places}
        onChange={({ currentTarget }) => props.onChange(currentTarget.value || undefined)}
      >
        <option value="">{none}</option>
        {channelId !== undefined && !isKnown && <option value={channelId}>{channelId}</option>}
        {places?.channels.map(({ id, name, mayPost }) => (
          <option key={id} value={id}>
            {mayPost ? `#${name}` : `#${name} ⚠`}
          </option>
        ))}
      </select>
    </label>
  );
}
