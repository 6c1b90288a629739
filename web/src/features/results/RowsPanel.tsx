// The events behind a number, newest first, and the same as a file.
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { sourceOf, useRowsOf } from '~/platform/gridList';
import { useKindName } from '~/platform/kinds';
import { LinkButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import type { Column, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { type Asked, type Fact, fileOf, useFacts } from './api';
import { FactDialog } from './FactDialog';
import { useFilterWords } from './filterWords';
import { lastDay } from '~/platform/period';
import { type Rows, useResultsSearch } from './search';
import { askedIn, type Results } from './useResults';

export function RowsPanel({ rows, results }: { rows: Rows; results: Results }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const wordsOf = useFilterWords();
  const { show } = useResultsSearch();
  const { from = results.range.from, to = results.range.to, ...filters } = rows;
  const asked = askedIn({ ...results.view, ...filters }, { from, to }, results.currency.chosen);
  const parts = [formats.range(from, lastDay({ from, to })), ...wordsOf(asked)];
  return (
    <SidePanel
      fills
      title={t('rows.title')}
      sub={parts.join(' · ')}
      onClose={() => {
        show({ rows: undefined });
      }}
      footer={
        <>
          <LinkButton href={fileOf(asked, 'csv')} icon={<IconDownload aria-hidden />} download>
            {t('rows.csv')}
          </LinkButton>
          <LinkButton href={fileOf(asked, 'xlsx')} icon={<IconDownload aria-hidden />} download>
            {t('rows.xlsx')}
          </LinkButton>
        </>
      }
    >
      <FactGrid asked={asked} />
    </SidePanel>
  );
}

const idOf = ({ event }: Fact) => event;
const rowsOf = ({ items }: Page<Fact>) => items;

function FactGrid({ asked }: { asked: Asked }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const columns = useFactColumns();
  const start = useMemo(() => startView(columns), [columns]);
  const [view, setView] = useState<GridView>(start);
  const [open, setOpen] = useState<Fact | null>(null);
  const query = useFacts(asked);
  const facts = useRowsOf(query, rowsOf);
  const number = formats.number(facts.length);
  return (
    <>
      <Grid
        label={t('rows.title')}
        columns={columns}
        rowId={idOf}
        view={view}
        onView={setView}
        onOpen={setOpen}
        source={sourceOf(query, facts)}
        count={t(query.hasNextPage ? 'rows.countMore' : 'rows.count', { count: facts.length, number })}
        empty={<EmptyState title={t('rows.none')} text={t('rows.noneText')} />}
      />
      {open && (
        <FactDialog
          fact={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function useFactColumns(): Column<Fact>[] {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const names = useChannelNames();
  const kindName = useKindName();
  const { list } = names;
  return useMemo(
    () => factColumns({ t, formats, names, kindName }),
    // The functions of `names` follow its list, and kinds are named by the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, list],
  );
}

interface Tools {
  t: ReturnType<typeof useTranslation<'results'>>['t'];
  formats: ReturnType<typeof useFormats>;
  names: ReturnType<typeof useChannelNames>;
  kindName: ReturnType<typeof useKindName>;
}

const factColumns = ({ t, formats, names, kindName }: Tools): Column<Fact>[] => [
  {
    id: 'kind',
    title: t('filters.kind'),
    width: 160,
    primary: true,
    phone: 'title',
    text: ({ kind }) => kindName(kind),
  },
  {
    id: 'ts',
    title: t('rows.ts'),
    width: 150,
    phone: 'line',
    text: ({ ts }) => formats.dateTime(ts),
  },
  {
    id: 'channel',
    title: t('filters.channel'),
    width: 150,
    phone: 'line',
    text: ({ channel }) => names.nameOf(channel),
    cell: ({ channel }) => <ChannelName id={channel} channels={names} />,
  },
  { id: 'product', title: t('filters.product'), width: 130, text: ({ product }) => product },
  {
    id: 'quantity',
    title: t('columns.units'),
    width: 74,
    align: 'end',
    text: ({ quantity }) => (quantity ? formats.number(Number(quantity)) : ''),
  },
  {
    id: 'revenue',
    title: t('rows.revenue'),
    width: 116,
    align: 'end',
    phone: 'value',
    text: ({ revenue, currency }) => (revenue ? formats.money(revenue, currency) : ''),
  },
  { id: 'order', title: t('rows.order'), width: 180, text: (fact) => fact.order_reference },
  { id: 'campaign', title: t('filters.campaign'), width: 130, text: ({ campaign }) => campaign },
];
