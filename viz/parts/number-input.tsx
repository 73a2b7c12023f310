/** A field for a number: what is none, or lies beyond its limits, is refused in place, and the number stays what it was. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Input } from "./field.tsx";
import { faultIn, type Limits, numberIn } from "./typed.ts";

interface NumberInputProps extends Limits {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function NumberInput({ id, label, hint, value, onChange, ...limits }: NumberInputProps): JSX.Element {
  const [fault, setFault] = useState("");
  const take = (text: string): void => {
    const found = faultIn(text, limits);
    setFault(found);
    if (found === "") onChange(numberIn(text));
  };
  return (
    <Input
      id={id}
      label={label}
      {...(hint !== undefined && { hint })}
      {...(fault !== "" && { error: fault })}
      short
      numeric
      value={String(value)}
      onChange={take}
    />
  );
}
