// Words: one line or several.
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field';
import classes from './Field.module.css';

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

export function TextField({ label, hint, error, optional, id, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <input type="text" dir="auto" className={classes.input} {...wiring} {...input} />
      )}
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea({ label, hint, error, optional, id, ...input }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => <textarea dir="auto" className={classes.input} {...wiring} {...input} />}
    </Field>
  );
}
