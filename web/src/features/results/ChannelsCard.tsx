// Every channel with all its figures, and the whole below. A name filters; a number shows its rows.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Dot } from '~/ui/control/Dot';
import { Card } from '~/ui/layout/Card';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import type { ChannelRow, Strip } from './api';
import { amountsOf, type Figures, type KpiCode, valueOf } from './figures';
import { useResultsSearch } from './search';
import type { Results } from './useResults';
import { shownIn } from './words';
import classes from './results.module.css';

interface Column {
  id: string;
  title: string;
  text: (figures: Figures) => string;
}

function useColumns(currency: string, cost: boolean): Column[] {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const money = (amount: string) => formats.money(amount, currency, true);
  const ratio = (kpi: KpiCode) => (figures: Figures) =>
    shownIn(kpi, formats, currency).short(valueOf(kpi, amountsOf(figures)));
  return [
    { id: 'events', title: t('columns.events'), text: ({ events }) => formats.number(events) },
    { id: 'orders', title: t('columns.orders'), text: ({ orders }) => formats.number(orders) },
    { id: 'units', title: t('columns.units'), text: ({ units }) => formats.number(Number(units)) },
    { id: 'gross', title: t('columns.gross'), text: (figures) => money(figures.gross_revenue) },
    { id: 'refunds', title: t('columns.refunds'), text: ({ refunds }) => money(refunds) },
    { id: 'net', title: t('columns.net'), text: (figures) => money(figures.net_revenue) },
    { id: 'margin', title: t('columns.margin'), text: ({ margin }) => money(margin) },
    ...(cost
      ? [
          { id: 'cost', title: t('columns.cost'), text: (figures: Figures) => money(figures.cost) },
          { id: 'return', title: t('columns.return'), text: ratio('return-on-cost') },
        ]
      : []),
  ];
}

export function ChannelsCard({ results, strip }: { results: Results; strip: Strip }) {
  const { t } = useTranslation('results');
  const cost = strip.kpis.some(({ kpi }) => kpi === 'cost');
  const columns = useColumns(strip.currency, cost);
  const phone = usePhone();
  const table = (rows: readonly ChannelRow[]) =>
    phone ? (
      <PhoneList rows={rows} currency={strip.currency} />
    ) : (
      <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t('table.title')}>
        <Table columns={columns} rows={rows} total={strip.figures} />
      </div>
    );
  if (results.channels.data?.channels.length === 0) return null;
  return (
    <Card title={t('table.title')} note={t('table.note')}>
      <Loaded query={results.channels}>
        {({ channels }) =>
          table(channels.toSorted((a, b) => Number(b.net_revenue) - Number(a.net_revenue)))
        }
      </Loaded>
    </Card>
  );
}

interface TableProps {
  columns: readonly Column[];
  rows: readonly ChannelRow[];
  total: Figures;
}

function Table({ columns, rows, total }: TableProps) {
  const { t } = useTranslation('results');
  const names = useChannelNames();
  const { show } = useResultsSearch();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('filters.channel')}</th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = names.nameOf(row.channel);
          return (
            <tr key={row.channel}>
              <th scope="row">
                <button
                  type="button"
                  title={t('filterOn', { name })}
                  onClick={() => {
                    show({ channel: row.channel }, true);
                  }}
                >
                  <Dot series={names.seriesOf(row.channel)} />
                  <span dir="auto">{name}</span>
                </button>
              </th>
              {columns.map(({ id, text }) => (
                <td key={id}>
                  {id === 'events' || id === 'orders' ? (
                    <button
                      type="button"
                      title={t('rowsOf', { name })}
                      onClick={() => {
                        const kind = id === 'orders' ? { kind: 'order_completed' } : {};
                        show({ rows: { channel: row.channel, ...kind }, about: undefined });
                      }}
                    >
                      {text(row)}
                    </button>
                  ) : (
                    text(row)
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {columns.map(({ id, text }) => (
            <td key={id}>{text(total)}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

// Two lines for each channel: what it sold, and what that is made of.
function PhoneList({ rows, currency }: { rows: readonly ChannelRow[]; currency: string }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const names = useChannelNames();
  const { show } = useResultsSearch();
  return (
    <ul className={classes.phoneRows}>
      {rows.map((row) => (
        <li key={row.channel}>
          <button
            type="button"
            onClick={() => {
              show({ rows: { channel: row.channel }, about: undefined });
            }}
          >
            <span>
              <Dot series={names.seriesOf(row.channel)} />
              <b dir="auto">{names.nameOf(row.channel)}</b>
              <b>{formats.money(row.net_revenue, currency, true)}</b>
            </span>
            <span>
              <span>{t('parts.orders', { count: row.orders, number: formats.number(row.orders) })}</span>
              <span>{t('table.margin', { amount: formats.money(row.margin, currency, true) })}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
