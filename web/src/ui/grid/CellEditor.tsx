// The editor in a cell. Enter keeps and goes down, Tab keeps and goes on, Esc leaves it as it was. What
// cannot be kept stays as typed, with the reason under it.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedDecimal } from '../text/decimal';
import { useFormats, useLocale } from '../text/locale';
import { readCell } from './read';
import type { CellEdit } from './types';
import classes from './Grid.module.css';

export type Leave = 'stay' | 'down' | 'next' | 'previous';

export interface CellEditorProps<Row> {
  row: Row;
  title: string;
  edit: CellEdit<Row>;
  // What was typed before and refused, and why.
  draft?: { text: string; problem: string } | undefined;
  // The row is that which was there when the edit began; somebody else may have changed it since.
  onKeep: (row: Row, value: string, leave: Leave) => void;
  onCancel: () => void;
}

export function CellEditor<Row>({
  row,
  title,
  edit,
  draft,
  onKeep,
  onCancel,
}: CellEditorProps<Row>) {
  const { t } = useTranslation('ui');
  const { language } = useLocale();
  const formats = useFormats();
  const problemId = useId();
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const done = useRef(false);
  const [begun] = useState(row);
  // Who walks through the choices by key has not chosen yet; who clicks one has.
  const byKeys = useRef(false);
  const [problem, setProblem] = useState(draft?.problem);
  useEffect(() => {
    input.current?.focus();
    if (edit.kind !== 'choice') input.current?.select();
  }, [edit.kind]);

  const keep = (text: string, leave: Leave) => {
    if (done.current) return;
    const read = readCell(edit, text, language, t);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    done.current = true;
    onKeep(begun, read.value, leave);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    event.stopPropagation();
    byKeys.current = true;
    const leave = leaveOf(event);
    if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel();
    } else if (leave) {
      event.preventDefault();
      keep(event.currentTarget.value, leave);
    }
  };
  const wiring = {
    ref: input,
    className: classes.editor,
    'aria-label': title,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : problemId,
    onKeyDown,
  };
  return (
    <div className={classes.editBox}>
      {edit.kind === 'choice' ? (
        <select
          {...wiring}
          defaultValue={edit.value(row)}
          onPointerDown={() => {
            byKeys.current = false;
          }}
          onChange={(event) => {
            if (!byKeys.current) keep(event.target.value, 'stay');
          }}
          onBlur={(event) => {
            keep(event.target.value, 'stay');
          }}
        >
          {(edit.options ?? []).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...wiring}
          dir="auto"
          inputMode={edit.kind === 'number' || edit.kind === 'money' ? 'decimal' : 'text'}
          defaultValue={
            draft?.text ??
            typedValue(edit, row, (value) => typedDecimal(value, language), formats.date)
          }
          onChange={() => {
            setProblem(undefined);
          }}
          onBlur={(event) => {
            keep(event.target.value, 'stay');
          }}
        />
      )}
      {problem !== undefined && (
        <span id={problemId} role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}

function leaveOf(event: KeyboardEvent): Leave | undefined {
  if (event.key === 'Enter') return 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  return undefined;
}

function typedValue<Row>(
  edit: CellEdit<Row>,
  row: Row,
  decimal: (value: string) => string,
  day: (value: string) => string,
): string {
  const value = edit.value(row);
  if (edit.kind === 'number' || edit.kind === 'money') return decimal(value);
  return edit.kind === 'day' && value ? day(value) : value;
}
