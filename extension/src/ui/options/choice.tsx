import { useId } from "preact/hooks";

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Value[];
  name: (value: Value) => string;
  onChoose: (value: Value) => void;
};

/** One of a few. */
export function Choice<Value extends string>({ label, value, options, name, onChoose }: Props<Value>) {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
