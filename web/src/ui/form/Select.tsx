// One of many by name. The browser's own list: right on a phone, quick by keyboard.
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field';
import classes from './Field.module.css';

export interface Option {
  value: string;
  label: string;
}

export interface SelectProps
  extends
    FieldProps,
    Pick<ComponentProps<'select'>, 'value' | 'defaultValue' | 'disabled' | 'name' | 'onBlur'> {
  options: readonly Option[];
  // What the empty choice is called; without it there is no empty choice.
  empty?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
}

export function Select({ options, empty, onChange, ...rest }: SelectProps) {
  const { label, hint, error, optional, labelHidden, id, ...input } = rest;
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id }}>
      {(wiring) => (
        <select
          {...wiring}
          {...input}
          className={classes.input}
          onChange={(event) => onChange?.(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
