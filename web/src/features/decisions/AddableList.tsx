// A list that is whole in the browser, or what to do when there is nothing yet: to whoever may, the button that
// adds the first.
import type { ReactNode } from 'react';
import { ListTable, type ListState, type ListWords } from '~/platform/ListTable';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { useOffersSearch } from './search';

export interface AddableListProps<Row> {
  list: ListState<Row>;
  words: ListWords;
  first: { icon: ReactNode; title: string; text: string };
  // What adding one is called, to whoever may.
  add: string | false;
}

export function AddableList<Row extends { id: string }>({ list, words, first, add }: AddableListProps<Row>) {
  const { search, show } = useOffersSearch();
  if (list.isFirst) {
    return (
      <EmptyState {...first}>
        {add && (
          <Button
            look="primary"
            onClick={() => {
              show({ dialog: 'new' });
            }}
          >
            {add}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <ListTable
      list={list}
      words={words}
      openId={search.open}
      onOpen={(open) => {
        show({ open });
      }}
    />
  );
}
