// An answer about journeys, or why there is none; below it over how many customers it goes and what is counted.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Skeleton } from '~/ui/feedback/State';
import { Notice } from '~/ui/feedback/Notice';
import { useFormats } from '~/ui/text/locale';
import classes from './journeys.module.css';

interface Basis {
  customers: number;
  steps: number;
  definition: string;
}

interface AnsweredProps<Answer extends Basis> {
  query: { data: Answer | undefined; error: unknown; isError: boolean };
  children: (answer: Answer) => ReactNode;
}

export function Answered<Answer extends Basis>({ query, children }: AnsweredProps<Answer>) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const { data, error, isError } = query;
  // Why there is no answer says what would help: nothing is broken.
  if (isError) return <Notice tone="warn">{problemOf(error).message}</Notice>;
  if (!data) return <Skeleton lines={8} />;
  return (
    <>
      {data.customers === 0 ? <p className={classes.nothing}>{t('nobody')}</p> : children(data)}
      <p className={classes.basis}>
        <b>{t('n', { customers: formats.number(data.customers), steps: formats.number(data.steps) })}</b>{' '}
        {data.definition}
      </p>
    </>
  );
}
