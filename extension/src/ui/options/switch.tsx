import { useId } from "preact/hooks";

type Props = { label: string; body?: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void };

/** A setting that is on or off, with what it does. */
export function Switch({ label, body, on, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="switch">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={body && `${id}-body`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {body && (
        <p id={`${id}-body`} class="muted">
          {body}
        </p>
      )}
    </div>
  );
}
