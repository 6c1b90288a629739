// A field that saves itself: on Enter or when it is left, if it was changed. Esc puts back what was there.
import { useRef, useState, type KeyboardEvent } from 'react';
import { messageOf, type Problem } from '~/api/problem';
import { Select, type Option } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';

type Save = (value: string) => Promise<Problem | null>;
// `from` stood there when the person began to type; somebody else's value may have come in since.
type SaveTyped = (value: string, from: string) => Promise<Problem | null>;

export interface SavedTextProps {
  label: string;
  value: string;
  hint?: string;
  type?: 'text' | 'email';
  autoComplete?: string;
  onSave: SaveTyped;
}

export function SavedText({ label, value, hint, type = 'text', autoComplete, onSave }: SavedTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef(false);
  const from = useRef(value);
  const save = async () => {
    const typed = draft?.trim();
    if (typed === undefined || typed === value) {
      setDraft(null);
      return;
    }
    const wrong = await onSave(typed, from.current);
    setProblem(wrong);
    if (!wrong) setDraft(null);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    leaving.current = true;
    setDraft(null);
    setProblem(null);
    event.currentTarget.blur();
  };
  return (
    <TextField
      label={label}
      hint={hint}
      type={type}
      autoComplete={autoComplete ?? 'off'}
      value={draft ?? value}
      error={messageOf(problem)}
      onChange={(event) => {
        if (draft === null) from.current = value;
        setDraft(event.target.value);
      }}
      onKeyDown={onKey}
      onBlur={() => {
        if (!leaving.current) void save();
        leaving.current = false;
      }}
    />
  );
}

export interface SavedSelectProps {
  label: string;
  value: string;
  hint?: string;
  options: readonly Option[];
  onSave: Save;
}

export function SavedSelect({ label, value, hint, options, onSave }: SavedSelectProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <Select
      label={label}
      hint={hint}
      value={value}
      options={options}
      error={messageOf(problem)}
      onChange={(chosen) => void onSave(chosen).then(setProblem)}
    />
  );
}
