// The worksheet as a table.
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import { GridBar } from '~/ui/grid/GridBar';
import { ViewTabs } from '~/ui/grid/ViewTabs';
import { useFormats } from '~/ui/text/locale';
import { costTotals } from './costs';
import { useChannelsSearch } from './search';
import { useBulkMoves } from './useBulkMoves';
import { useTableEdits } from './useTableEdits';
import type { Worksheet } from './useWorksheet';
import { useViewCounts } from './viewCounts';
import type { Listed } from './wire';
import { kindOptions, phaseOptions, stateOptions } from './words';

export function ChannelTable({ sheet }: { sheet: Worksheet }) {
  const { t } = useTranslation('channels');
  const { search, show } = useChannelsSearch();
  const may = mayDo(useMe(), managing);
  const save = useTableEdits();
  const { columns, source, view, setView } = sheet;
  const bulk = useBulkMoves(source.rows);
  const { count, summary } = useSums(source.rows);
  const clear = () => {
    setView({ ...view, search: '', filters: [] });
  };
  return (
    <>
      <WorksheetBar sheet={sheet} />
      <Grid
        label={t('title')}
        columns={columns}
        source={source}
        rowId={idOf}
        view={view}
        onView={setView}
        openId={search.open}
        onOpen={({ id }) => {
          show({ open: id });
        }}
        {...(may ? { onEdit: save, selectionActions: bulk } : {})}
        count={count}
        summary={summary}
        empty={
          <EmptyState title={t('start.nothing')} text={t('start.nothingText')}>
            <Button onClick={clear}>{t('start.reset')}</Button>
          </EmptyState>
        }
      />
    </>
  );
}

// How many channels are shown and what they cost together.
export function useSums(rows: readonly Listed[]) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const number = formats.number(rows.length);
  const amount = costTotals(rows.flatMap(({ cost_per_month: cost }) => cost))
    .map((sum) => formats.money(sum.amount, sum.currency, true))
    .join(' + ');
  return {
    count: t('count', { count: rows.length, number }),
    summary: amount && <b>{t('perMonth', { amount })}</b>,
  };
}

// The saved views, search and filters: the same over the table and over the board.
export function WorksheetBar({ sheet }: { sheet: Worksheet }) {
  const { t } = useTranslation('channels');
  const { columns, people, start, view, setView, tabs } = sheet;
  const counts = useViewCounts(tabs.saved);
  return (
    <>
      <ViewTabs allTitle={t('all')} {...tabs} allCount={counts.all} saved={counts.saved} />
      <GridBar
        columns={columns}
        filters={[
          { column: 'state', title: t('fields.state'), options: stateOptions(t), single: true },
          { column: 'phase', title: t('fields.phases'), options: phaseOptions(t), single: true },
          { column: 'kind', title: t('fields.kind'), options: kindOptions(t), single: true },
          { column: 'owner', title: t('fields.owner'), options: people.options, single: true },
        ]}
        view={view}
        start={start}
        onView={setView}
        searchLabel={t('search')}
      />
    </>
  );
}
