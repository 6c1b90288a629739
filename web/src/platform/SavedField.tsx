// Fields that save themselves when they are left, if they were changed; Esc puts back what was there. What is
// refused stays as typed, with the reason. What somebody else makes of a field while it is being typed in
// waits until it is left.
import { useRef, useState, type KeyboardEvent } from 'react';
import { messageOf, type Problem } from '~/api/problem';
import { Choices } from '~/ui/form/Choices';
import { NumberField } from '~/ui/form/NumberField';
import { Select, type Option } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import { isDecimal } from '~/ui/text/decimal';

// `from` stood there when the person began; somebody else's value may have come in since.
type Save<Value> = (value: Value, from: Value) => Promise<Problem | null>;

interface SavedProps<Value> {
  id?: string;
  label: string;
  labelHidden?: boolean;
  hint?: string;
  value: Value;
  onSave: Save<Value>;
}

// What was typed and not yet saved, and what stood there before.
function useDraft<Value>(value: Value, onSave: Save<Value>) {
  const [draft, setDraft] = useState<{ typed: Value; from: Value } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const drop = () => {
    setDraft(null);
    setProblem(null);
  };
  return {
    draft,
    error: messageOf(problem),
    drop,
    type: (typed: Value) => {
      setDraft((before) => ({ typed, from: before ? before.from : value }));
    },
    // Answers once it is saved; `typed` as it goes to the server.
    save: async (typed: Value, from: Value) => {
      const wrong = await onSave(typed, from);
      setProblem(wrong);
      if (!wrong) setDraft(null);
    },
  };
}

export interface SavedTextProps extends SavedProps<string> {
  type?: 'text' | 'email';
  autoComplete?: string;
  // Several lines, in which Enter begins another.
  lines?: number;
}

export function SavedText({ value, onSave, type = 'text', autoComplete, lines, ...field }: SavedTextProps) {
  const { draft, error, drop, type: put, save } = useDraft(value, onSave);
  const leaving = useRef(false);
  const leave = () => {
    const typed = draft?.typed.trim();
    if (leaving.current || !draft || typed === undefined || typed === value) drop();
    else void save(typed, draft.from);
    leaving.current = false;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && lines === undefined) event.currentTarget.blur();
    if (event.key !== 'Escape' || draft === null) return;
    // One step back: the panel round it stays.
    event.preventDefault();
    leaving.current = true;
    event.currentTarget.blur();
  };
  const wiring = {
    ...field,
    value: draft?.typed ?? value,
    error,
    onChange: (event: { target: { value: string } }) => {
      put(event.target.value);
    },
    onKeyDown: onKey,
    onBlur: leave,
  };
  if (lines !== undefined) return <TextArea {...wiring} rows={lines} />;
  return <TextField {...wiring} type={type} autoComplete={autoComplete ?? 'off'} />;
}

export interface SavedNumberProps extends SavedProps<string> {
  // What holds while nothing is filled in.
  placeholder?: string;
}

export function SavedNumber({ value, onSave, ...field }: SavedNumberProps) {
  const { draft, error, drop, type, save } = useDraft(value, onSave);
  return (
    <NumberField
      // Begins anew with what came in from elsewhere, but not while somebody types.
      key={draft?.from ?? value}
      {...field}
      defaultValue={draft?.from ?? value}
      error={error}
      onChange={type}
      onLeave={(typed) => {
        if (typed !== '' && !isDecimal(typed)) return;
        if (!draft || typed === draft.from) drop();
        else void save(typed, draft.from);
      }}
    />
  );
}

export interface SavedChoicesProps extends SavedProps<readonly string[]> {
  options: readonly Option[];
}

export function SavedChoices({ value, onSave, ...field }: SavedChoicesProps) {
  const { draft, error, type, save } = useDraft(value, onSave);
  return (
    <Choices
      {...field}
      value={draft?.typed ?? value}
      error={error}
      onChange={(next) => {
        type(next);
        void save(next, value);
      }}
    />
  );
}

export interface SavedSelectProps {
  label: string;
  value: string;
  hint?: string;
  options: readonly Option[];
  onSave: (value: string) => Promise<Problem | null>;
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
