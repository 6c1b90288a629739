// Which segment uses which channel: customers, orders or revenue, the more the darker.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { fewest } from './figures';
import { useSegments } from './api';
import { useResultsSearch } from './search';
import { useUnfilteredNote } from './unfiltered';
import type { Results } from './useResults';
import classes from './results.module.css';

type Cell = Schemas['segments.SegmentChannel'];

const shows = ['customers', 'orders', 'revenue'] as const;
type Shows = (typeof shows)[number];

export function SegmentsCard({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const [what, setWhat] = useState<Shows>('customers');
  const noteOf = useUnfilteredNote(results);
  const segments = useSegments();
  const cells = queries.useQuery(
    'get',
    '/api/v1/segments/channels',
    { params: { query: results.range } },
    { placeholderData: (before) => before },
  );
  return (
    <Card
      title={t('segments.title')}
      note={noteOf(t('segments.note'), cells.data?.currency)}
      actions={
        cells.data &&
        cells.data.items.length > 0 && (
          <Segmented
            label={t('segments.title')}
            value={what}
            items={shows.map((id) => ({ id, label: t(`segments.${id}`) }))}
            onChange={setWhat}
          />
        )
      }
    >
      <Loaded query={segments}>
        {({ items }) => (
          <Loaded query={cells}>
            {(table) => (
              <Cells what={what} cells={table.items} currency={table.currency} segments={items} />
            )}
          </Loaded>
        )}
      </Loaded>
    </Card>
  );
}

const amountOf = (cell: Cell, what: Shows) =>
  what === 'revenue' ? Number(cell.net_revenue) : cell[what];

interface CellsProps {
  what: Shows;
  cells: readonly Cell[];
  currency: string;
  segments: readonly { id: string; name: string }[];
}

function Cells({ what, cells, currency, segments }: CellsProps) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const names = useChannelNames();
  const { view, show } = useResultsSearch();
  const there = segments.filter(({ id }) => cells.some(({ segment }) => segment === id));
  const channels = [...new Set(cells.map(({ channel }) => channel))].toSorted((a, b) =>
    formats.compare(names.nameOf(a), names.nameOf(b)),
  );
  if (there.length === 0) return <NoSegments any={segments.length > 0} />;
  const largest = Math.max(...cells.map((cell) => amountOf(cell, what)), 1);
  return (
    <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t('segments.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('segments.segment')}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {names.nameOf(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {there.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={view.segment === id}
                  title={t('filterOn', { name })}
                  onClick={() => {
                    show({ segment: view.segment === id ? undefined : id }, true);
                  }}
                >
                  <span dir="auto">{name}</span>
                </button>
              </th>
              {channels.map((channel) => (
                <HeatCell
                  key={channel}
                  what={what}
                  cell={cells.find((one) => one.segment === id && one.channel === channel)}
                  largest={largest}
                  currency={currency}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeatCellProps {
  what: Shows;
  cell: Cell | undefined;
  largest: number;
  currency: string;
}

// Weak enough that the words on it can be read in either scheme.
const strongest = 30;

function HeatCell({ what, cell, largest, currency }: HeatCellProps) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const amount = cell ? amountOf(cell, what) : 0;
  if (!cell || amount === 0) return <td className={classes.quiet}>—</td>;
  const heat = Math.round((Math.max(0, amount) / largest) * strongest);
  const few = what !== 'customers' && cell.customers < fewest;
  return (
    <td
      style={{ background: `color-mix(in srgb, var(--accent) ${heat}%, transparent)` }}
      title={t('segments.cell', {
        customers: formats.number(cell.customers),
        orders: formats.number(cell.orders),
        revenue: formats.money(cell.net_revenue, currency, true),
      })}
    >
      {what === 'revenue' ? formats.money(cell.net_revenue, currency, true) : formats.number(amount)}
      {few && <small> n={formats.number(cell.customers)}</small>}
    </td>
  );
}

function NoSegments({ any }: { any: boolean }) {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  return (
    <div className={classes.noSegments}>
      <p className={classes.nothing}>{t(any ? 'segments.none' : 'segments.make')}</p>
      <Button onClick={() => void navigate({ to: '/segments' })}>{t('segments.open')}</Button>
    </div>
  );
}
