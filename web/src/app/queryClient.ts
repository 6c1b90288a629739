// How queries behave: fresh for half a minute, asked again when that may help.
import { QueryClient } from '@tanstack/react-query';
import { problemOf } from '~/api/problem';

const mostTries = 3;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (tries, error) => tries < mostTries && problemOf(error).retryMayHelp,
        retryDelay: (tries, error) =>
          (problemOf(error).retryAfterSeconds ?? 0) * 1000 || 300 * 2 ** tries,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
