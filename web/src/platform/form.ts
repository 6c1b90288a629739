// Sending a form: once at a time, with what the server finds wrong put beside its field.
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { fieldErrors, problemOf, type Problem } from '~/api/problem';

export interface FormState {
  busy: boolean;
  // By field: '/name' is errors.name.
  errors: Readonly<Record<string, string>>;
  // What is wrong with no field in particular.
  message: string | null;
  problem: Problem | null;
  submit: (event: FormEvent<HTMLFormElement>) => void;
}

export type Values = (name: string) => string;

// `send` gets a reader of the form's fields by name; what it throws is shown.
export function useForm(send: (value: Values) => Promise<unknown>): FormState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement | null>(null);
  const errors = fieldErrors(problem);

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    form.current = event.currentTarget;
    const fields = new FormData(event.currentTarget);
    const value = (name: string) => {
      const field = fields.get(name);
      return typeof field === 'string' ? field.trim() : '';
    };
    setBusy(true);
    setProblem(null);
    send(value)
      .catch((error: unknown) => {
        setProblem(problemOf(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };

  const shownByFields = problem !== null && Object.keys(errors).length > 0;
  return { busy, errors, message: shownByFields ? null : (problem?.message ?? null), problem, submit };
}
