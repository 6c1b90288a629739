// What of the screens stands in the URL.
import { useNavigate, useSearch } from '@tanstack/react-router';

export interface ImportsSearch {
  // The import whose details are open.
  open?: string;
}

export function readSearch({ open }: Record<string, unknown>): ImportsSearch {
  return typeof open === 'string' ? { open } : {};
}

export const modes = ['columns', 'formulas'] as const;
export type Mode = (typeof modes)[number];

export interface FileSearch {
  // Where the mapping came from: 'preset:cdnow/0', 'kept:ID'; without it what the file looks like.
  from?: string;
  mode?: Mode;
  // More files of the same kind, which are brought in with the same mapping.
  more?: readonly string[];
}

export function readFileSearch({ from, mode, more }: Record<string, unknown>): FileSearch {
  const others = Array.isArray(more) ? more.filter((id) => typeof id === 'string') : [];
  return {
    ...(typeof from === 'string' ? { from } : {}),
    ...(mode === 'formulas' ? { mode } : {}),
    ...(others.length > 0 ? { more: others } : {}),
  };
}

export function useImportsSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (search: ImportsSearch) => void navigate({ to: '/settings/imports', search }),
  };
}

export function useFileSearch(file: string) {
  const navigate = useNavigate();
  const search = readFileSearch(useSearch({ strict: false }));
  return {
    search,
    show: (change: Partial<Record<keyof FileSearch, unknown>>) =>
      void navigate({
        to: '/settings/imports/$file',
        params: { file },
        search: readFileSearch({ ...search, ...change }),
        replace: true,
      }),
  };
}
