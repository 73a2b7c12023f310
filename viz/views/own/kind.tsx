/** What a file is: guessed, and changed by the reader where the guess is wrong. */
import type { JSX } from "preact";
import type { SetDown } from "../../own/import.ts";
import { type Kind, kinds } from "../../own/recognise.ts";
import { Button, Select } from "../../parts/field.tsx";

interface KindProps {
  readonly file: SetDown;
  readonly onKind: (kind: Kind) => void;
  readonly onAway: () => void;
}

const choosable = Object.keys(kinds).filter((kind) => kind !== "scenario" && kind !== "table") as Kind[];

export function KindOf({ file, onKind, onAway }: KindProps): JSX.Element {
  return (
    <div class="choices">
      <Select
        id={`kind-${file.name.replaceAll(/\W+/g, "-")}`}
        label={`${file.name} is`}
        value={file.kind}
        choices={choosable.map((kind) => ({ value: kind, text: kinds[kind] }))}
        onChange={(value) => onKind(choosable.find((kind) => kind === value) ?? file.kind)}
      />
      <Button small secondary label={`Put ${file.name} away`} onClick={onAway}>
        Put away
      </Button>
    </div>
  );
}
