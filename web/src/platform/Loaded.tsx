// What was asked of the server: the answer, why there is none, or that it is on its way. An answer that is there
// stays when asking again fails.
import type { ReactNode } from 'react';
import { problemOf } from '~/api/problem';
import { ErrorState, Skeleton } from '~/ui/feedback/State';

export interface LoadedQuery<Answer> {
  data: Answer | undefined;
  error: unknown;
  refetch: () => unknown;
}

export interface LoadedProps<Answer> {
  query: LoadedQuery<Answer>;
  // About as many as the answer has.
  lines?: number;
  children: (answer: Answer) => ReactNode;
}

export function Loaded<Answer>({ query, lines, children }: LoadedProps<Answer>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (!error) return <Skeleton {...(lines === undefined ? {} : { lines })} />;
  const { message, offline } = problemOf(error);
  return <ErrorState text={message} offline={offline} onRetry={() => void refetch()} />;
}
