// An answer, or why there is none: that says what would help, and nothing is broken.
import type { ReactNode } from 'react';
import { problemOf } from '~/api/problem';
import { Notice } from '~/ui/feedback/Notice';
import { Skeleton } from '~/ui/feedback/State';

interface AnsweredProps<Answer> {
  query: { data: Answer | undefined; error: unknown; isError: boolean };
  children: (answer: Answer) => ReactNode;
}

export function Answered<Answer>({ query, children }: AnsweredProps<Answer>) {
  const { data, error, isError } = query;
  if (isError) return <Notice tone="warn">{problemOf(error).message}</Notice>;
  if (!data) return <Skeleton lines={8} />;
  return children(data);
}
