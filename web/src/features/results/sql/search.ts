// What of the screen stands in the URL: the question that was asked last, and the saved one it began as.
import { useNavigate, useSearch } from '@tanstack/react-router';

export interface Question {
  sql: string;
}

export interface SqlSearch {
  sql?: string;
  saved?: string;
}

const longest = 10_000;

export const readQuestion = (state: unknown): Question => {
  const sql = (state as Partial<Question> | null)?.sql;
  return { sql: typeof sql === 'string' ? sql.slice(0, longest) : '' };
};

export function readSearch(search: Record<string, unknown>): SqlSearch {
  const { sql } = readQuestion(search);
  const { saved } = search;
  return { ...(sql ? { sql } : {}), ...(typeof saved === 'string' ? { saved } : {}) };
}

export function useSqlSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  return {
    search,
    show: (next: SqlSearch) => void navigate({ to: '/sql', search: () => readSearch({ ...next }) }),
  };
}
