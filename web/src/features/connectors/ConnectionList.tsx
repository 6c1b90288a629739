// One kind of connections: those there are, or what they are for where there is none; the dialog of one that is
// open, and that of a new one. Which it is stands in the URL.
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Loaded, type LoadedQuery } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { EmptyState, type EmptyStateProps } from '~/ui/feedback/State';
import { type ConnectionTab, useConnectionsSearch } from './search';

interface AddConnectionProps {
  tab: ConnectionTab;
  label: string;
  icon?: ReactNode;
}

export function AddConnection({ tab, label, icon = <IconPlus aria-hidden /> }: AddConnectionProps) {
  const { show } = useConnectionsSearch();
  return (
    <Button
      look="primary"
      icon={icon}
      onClick={() => {
        show({ tab, add: true });
      }}
    >
      {label}
    </Button>
  );
}

export interface ConnectionListProps<Row> {
  tab: ConnectionTab;
  query: LoadedQuery<unknown>;
  // What the query found.
  rows: readonly Row[] | undefined;
  // Said where there is none.
  empty: EmptyStateProps;
  table: (rows: readonly Row[], onOpen: (id: string) => void) => ReactNode;
  dialog: (row: Row, onClose: () => void) => ReactNode;
  // For those who may add one.
  adding?: ((onClose: () => void) => ReactNode) | false;
}

export function ConnectionList<Row extends { id: string }>(props: ConnectionListProps<Row>) {
  const { tab, query, rows = [], empty, table, dialog, adding } = props;
  const { search, show } = useConnectionsSearch();
  const open = rows.find(({ id }) => id === search.open);
  const close = () => {
    show({ tab });
  };
  return (
    <>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState {...empty} />
          ) : (
            table(rows, (id) => {
              show({ tab, open: id });
            })
          )
        }
      </Loaded>
      {open && dialog(open, close)}
      {search.add && adding && adding(close)}
    </>
  );
}
