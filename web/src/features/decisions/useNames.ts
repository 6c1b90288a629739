// Offers, places and segments by name, also those that are off.
import { useMemo } from 'react';
import { useOffers, usePlacements, useSegments } from './api';
import type { Names } from './log/columns';

type Named = readonly { id: string; name: string }[] | undefined;

function lookUp(records: Named): (id: string) => string {
  const names = new Map(records?.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '…';
}

export function useNames(): Names {
  const offers = useOffers().data?.items;
  const placements = usePlacements().data?.items;
  const segments = useSegments().data?.items;
  return useMemo(
    () => ({ offer: lookUp(offers), place: lookUp(placements), segment: lookUp(segments) }),
    [offers, placements, segments],
  );
}
