// What is beside the open one in its list, for the arrows of a side panel; nothing where the list does not have it,
// or ends there.
export interface Neighbours {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

export function neighbours(ids: readonly string[], id: string, onOpen: (id: string) => void): Neighbours {
  const place = ids.indexOf(id);
  const openAt = (index: number) => {
    const other = place < 0 ? undefined : ids[index];
    return other === undefined
      ? undefined
      : () => {
          onOpen(other);
        };
  };
  return { onPrevious: openAt(place - 1), onNext: openAt(place + 1) };
}
