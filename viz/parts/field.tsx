/** Fields of forms in the manner of the NHS: a label, a hint, and what is filled in. */
import type { JSX, TargetedEvent } from "preact";
import { useDraft } from "./draft.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Choices under a name of their own. */
  readonly groups?: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  readonly hideLabel?: boolean;
  readonly onChange: (value: string) => void;
}

export function Select({ id, label, hint, value, choices, groups, hideLabel, onChange }: SelectProps): JSX.Element {
  return (
    <div class="nhsuk-form-group">
      <label class={hideLabel ? "nhsuk-u-visually-hidden" : "nhsuk-label"} for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        class="nhsuk-select"
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
        {groups?.map((group) => (
          <optgroup label={group.label}>
            {group.choices.map((choice) => (
              <option value={choice.value} selected={choice.value === value}>
                {choice.text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly error?: string;
  readonly short?: boolean;
  /** Told when the field is left or Enter is pressed; `onInput` of each key. */
  readonly onChange?: (value: string) => void;
  readonly onInput?: (value: string) => void;
}

export function Input(props: InputProps): JSX.Element {
  const draft = useDraft(props.value, (text) => props.onChange?.(text));
  const { id, label, hint, value, numeric, error, short, onInput } = props;
  const described = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].join(" ").trim();
  return (
    <div class={`nhsuk-form-group${error === undefined ? "" : " nhsuk-form-group--error"}`}>
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="nhsuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        class={`nhsuk-input${short ? " nhsuk-input--width-10" : ""}${error === undefined ? "" : " nhsuk-input--error"}`}
        id={id}
        type="text"
        inputMode={numeric ? "decimal" : "text"}
        {...(onInput === undefined
          ? draft
          : {
              value,
              onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => onInput(currentTarget.value),
            })}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        aria-describedby={described === "" ? undefined : described}
      />
    </div>
  );
}

interface RadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

export function Radios({ name, legend, value, choices, onChange }: RadiosProps): JSX.Element {
  return (
    <fieldset class="nhsuk-fieldset views">
      <legend class="nhsuk-fieldset__legend">{legend}</legend>
      <div class="nhsuk-radios nhsuk-radios--inline nhsuk-radios--small">
        {choices.map((choice) => (
          <div class="nhsuk-radios__item">
            <input
              class="nhsuk-radios__input"
              type="radio"
              name={name}
              id={`${name}-${choice.value}`}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <label class="nhsuk-label nhsuk-radios__label" for={`${name}-${choice.value}`}>
              {choice.text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface ButtonProps {
  readonly children: string;
  readonly onClick: () => void;
  readonly secondary?: boolean;
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Where the words on it say too little by themselves. */
  readonly label?: string;
  readonly id?: string;
}

export function Button({ children, onClick, secondary, small, disabled, label, id }: ButtonProps): JSX.Element {
  const names = ["nhsuk-button", secondary && "nhsuk-button--secondary", small && "nhsuk-button--small"];
  return (
    <button
      type="button"
      id={id}
      class={names.filter(Boolean).join(" ")}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
