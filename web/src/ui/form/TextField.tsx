// Words: one line or several.
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field';
import classes from './Field.module.css';

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, labelHidden, id, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id }}>
      {(wiring) => (
        <input type="text" dir="auto" className={classes.input} {...wiring} {...input} />
      )}
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, labelHidden, id, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden, id }}>
      {(wiring) => <textarea dir="auto" className={classes.input} {...wiring} {...input} />}
    </Field>
  );
}
