// Fields that save themselves when they are left; what is refused stays as typed, with the reason.
import { useRef, useState } from 'react';
import { messageOf, type Problem } from '~/api/problem';
import { Choices } from '~/ui/form/Choices';
import { NumberField } from '~/ui/form/NumberField';
import type { Option } from '~/ui/form/Select';
import { TextArea } from '~/ui/form/TextField';
import { isDecimal } from '~/ui/text/decimal';

interface SavedProps<Value> {
  id?: string;
  label: string;
  labelHidden?: boolean;
  hint?: string;
  value: Value;
  // `from` stood there when the person began; somebody else's value may have come in since.
  onSave: (value: Value, from: Value) => Promise<Problem | null>;
}

export function SavedArea({ value, onSave, ...field }: SavedProps<string> & { rows?: number }) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const from = useRef(value);
  const save = async () => {
    if (draft === null || draft.trim() === value) {
      setDraft(null);
      return;
    }
    const wrong = await onSave(draft.trim(), from.current);
    setProblem(wrong);
    if (!wrong) setDraft(null);
  };
  return (
    <TextArea
      {...field}
      value={draft ?? value}
      error={messageOf(problem)}
      onChange={(event) => {
        if (draft === null) from.current = value;
        setDraft(event.target.value);
      }}
      onBlur={() => void save()}
    />
  );
}

export function SavedNumber({ value, onSave, ...field }: SavedProps<string>) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <NumberField
      key={value}
      {...field}
      defaultValue={value}
      error={messageOf(problem)}
      onLeave={(next) => {
        if (next !== '' && !isDecimal(next)) return;
        if (next !== value) void onSave(next, value).then(setProblem);
      }}
    />
  );
}

export function SavedChoices(
  props: SavedProps<readonly string[]> & { options: readonly Option[] },
) {
  const { value, onSave, ...field } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <Choices
      key={value.join()}
      {...field}
      defaultValue={value}
      error={messageOf(problem)}
      onChange={(next) => void onSave(next, value).then(setProblem)}
    />
  );
}
