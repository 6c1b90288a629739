// A list that may be long, as every screen shows it: its saved views, the bar to search and filter, the rows, and
// what stands there when nothing fits.
import type { ReactNode } from 'react';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid, type GridProps } from '~/ui/grid/Grid';
import { GridBar } from '~/ui/grid/GridBar';
import type { Column, FilterField, GridSource } from '~/ui/grid/types';
import { ViewTabs } from '~/ui/grid/ViewTabs';
import { useFormats } from '~/ui/text/locale';
import { idOf, type ListView } from './gridList';

export interface ListState<Row> extends ListView {
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  source: GridSource<Row>;
  // How many there are, where the server tells it before all have been read.
  total?: number | undefined;
  // There is nothing at all yet, whatever is asked for.
  isFirst: boolean;
}

export interface ListWords {
  label: string;
  all: string;
  search?: string;
  nothing: string;
  nothingText: string;
  reset: string;
  count: (count: number, number: string) => string;
}

export interface ListTableProps<Row> extends Pick<
  GridProps<Row>,
  'openId' | 'onEdit' | 'selectionActions'
> {
  list: ListState<Row>;
  words: ListWords;
  onOpen: (id: string) => void;
  views?: boolean;
  summary?: ReactNode;
}

export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>) {
  const { list, words, onOpen, views = true, ...grid } = props;
  const { columns, filters, source, start, view, setView, tabs, total } = list;
  const formats = useFormats();
  const count = total ?? source.rows.length;
  const number = `${formats.number(count)}${total === undefined && source.hasMore ? '+' : ''}`;
  return (
    <>
      {views && <ViewTabs allTitle={words.all} {...tabs} />}
      <GridBar
        columns={columns}
        filters={filters}
        view={view}
        start={start}
        onView={setView}
        searchLabel={words.search}
      />
      <Grid
        {...grid}
        label={words.label}
        columns={columns}
        source={source}
        rowId={idOf}
        view={view}
        onView={setView}
        onOpen={({ id }) => {
          onOpen(id);
        }}
        count={words.count(count, number)}
        empty={
          <EmptyState title={words.nothing} text={words.nothingText}>
            <Button
              onClick={() => {
                setView({ ...view, search: '', filters: [] });
              }}
            >
              {words.reset}
            </Button>
          </EmptyState>
        }
      />
    </>
  );
}
