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
  // Sends it once more, over what somebody else made of the record meanwhile.
  insist: () => void;
}

export type Values = (name: string) => string;

// `send` gets a reader of the form's fields by name; what it throws is shown.
export function useForm(
  send: (value: Values, insists: boolean) => Promise<unknown>,
): FormState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement | null>(null);
  const errors = fieldErrors(problem);

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const run = (element: HTMLFormElement, insists: boolean) => {
    if (busy) return;
    const fields = new FormData(element);
    const value = (name: string) => {
      const field = fields.get(name);
      return typeof field === 'string' ? field.trim() : '';
    };
    setBusy(true);
    setProblem(null);
    send(value, insists)
      .catch((error: unknown) => {
        setProblem(problemOf(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    form.current = event.currentTarget;
    run(event.currentTarget, false);
  };
  const insist = () => {
    if (form.current) run(form.current, true);
  };
  // Which version there is now belongs to no field.
  const shownByFields = problem?.changed !== true && Object.keys(errors).length > 0;
  const message = shownByFields ? null : (problem?.message ?? null);
  return { busy, errors, message, problem, submit, insist };
}
