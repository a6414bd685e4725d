import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

type Control = { id: string; "aria-describedby"?: string };

/** A labelled control with what it means below; the control takes what ties it to both. */
export function Field(props: { label: string; hint?: string; children: (control: Control) => ComponentChildren }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const { label, hint } = props;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {props.children({ id, ...(hint !== undefined && { "aria-describedby": hintId }) })}
      {hint !== undefined && (
        <span id={hintId} class="muted settings-hint">
          {hint}
        </span>
      )}
    </div>
  );
}

/** A whole number within bounds; nothing is changed while it is none. */
export function NumberField(props: {
  label: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <input
          {...control}
          class="field"
          type="number"
          inputMode="numeric"
          required
          min={props.min}
          max={props.max}
          value={props.value}
          onInput={({ currentTarget }) => {
            if (currentTarget.validity.valid) props.onChange(currentTarget.valueAsNumber);
          }}
        />
      )}
    </Field>
  );
}

export function Check(props: { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label class="check settings-check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />
      <span>
        {props.label}
        {props.hint !== undefined && <span class="muted settings-hint">{props.hint}</span>}
      </span>
    </label>
  );
}
