// What of the screen stands in the URL: the open segment, or 'new'.
import { useNavigate, useSearch } from '@tanstack/react-router';

export interface SegmentsSearch {
  open?: string;
}

export const readSearch = ({ open }: Record<string, unknown>): SegmentsSearch =>
  typeof open === 'string' ? { open } : {};

export function useSegmentsSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (search: SegmentsSearch) => void navigate({ to: '/segments', search }),
  };
}
