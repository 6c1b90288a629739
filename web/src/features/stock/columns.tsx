// The columns of the matrix: what is sold, what of it is free to promise, and a column for each location.
import type { TFunction } from 'i18next';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { Figure } from './search';
import classes from './stock.module.css';
import type { Location, Row } from './wire';

interface Tools {
  t: TFunction<'stock'>;
  formats: Formats;
  locations: readonly Location[];
  figure: Figure;
  // For which is told what is free; absent: one that leaves nothing for the others.
  channel: string | undefined;
  // Whether what is about to run out, or lies too long, is told.
  alerts: boolean;
}

const sumOf = ({ cells }: Row, figure: 'on_hand' | 'reserved') =>
  cells.reduce((sum, cell) => sum + cell[figure], 0);

const freeOf = (row: Row, channel: string | undefined) =>
  row.channels.find((one) => one.channel === channel)?.free ?? row.free;

export function stockColumns({ t, formats, locations, figure, channel, alerts }: Tools): Column<Row>[] {
  const total = (row: Row) => (figure === 'free' ? freeOf(row, channel) : sumOf(row, figure));
  return [
    {
      id: 'name',
      title: t('fields.product'),
      width: 230,
      primary: true,
      phone: 'title',
      text: ({ name }) => name,
      cell: ({ name }) => <span dir="auto">{name}</span>,
    },
    {
      id: 'sku',
      title: t('fields.sku'),
      width: 210,
      phone: 'line',
      text: ({ sku }) => sku,
      cell: ({ sku, on_sale: onSale, bundle }) => (
        <span className={classes.sku}>
          <span className={classes.words} dir="auto">
            {sku}
          </span>
          {bundle && <Tag tone="outline">{t('bundle')}</Tag>}
          {!onSale && <Tag>{t('notOnSale')}</Tag>}
        </span>
      ),
    },
    {
      id: 'category',
      title: t('fields.category'),
      width: 180,
      hidden: true,
      text: ({ category }) => category,
    },
    {
      id: 'total',
      title: t(`figures.${figure}`),
      width: 130,
      align: 'end',
      phone: 'value',
      text: (row) => formats.number(total(row)),
      cell: (row) => (
        <Pieces
          count={total(row)}
          taken={figure === 'free' && row.on_sale && sumOf(row, 'on_hand') > 0}
          shown={formats.number(total(row))}
          strong
        />
      ),
    },
    ...(alerts ? [alertColumn(t, formats)] : []),
    ...locations.filter(({ active }) => active).map((location) => locationColumn(location, figure, formats)),
  ];
}

// What is lost if nobody does anything, of each kind.
const alertColumn = (t: TFunction<'stock'>, formats: Formats): Column<Row> => ({
  id: 'alerts',
  title: t('alerts.column'),
  width: 190,
  phone: 'line',
  text: ({ alerts }) =>
    alerts.map(({ kind, cost }) => `${t(`alerts.kinds.${kind}`)} ${formats.money(cost.amount, cost.currency)}`).join(', '),
  cell: ({ alerts }) => (
    <span className={classes.sku}>
      {alerts.map(({ kind, cost }) => (
        <Tag key={kind} tone={kind === 'stock_out' ? 'bad' : 'neutral'}>
          {t(`alerts.kinds.${kind}`)} {formats.money(cost.amount, cost.currency)}
        </Tag>
      ))}
    </span>
  ),
});

const locationColumn = (location: Location, figure: Figure, formats: Formats): Column<Row> => {
  const cellOf = ({ cells }: Row) => cells.find((cell) => cell.location === location.id);
  return {
    id: location.id,
    title: location.name,
    width: 150,
    align: 'end',
    text: (row) => formats.number(cellOf(row)?.[figure] ?? 0),
    cell: (row) => {
      const cell = cellOf(row);
      if (!cell) return <span className={classes.none}>–</span>;
      return (
        <Pieces
          count={cell[figure]}
          taken={figure === 'free' && row.on_sale && cell.sells && cell.on_hand > 0}
          shown={formats.number(cell[figure])}
        />
      );
    },
  };
};

interface PiecesProps {
  count: number;
  // There are some, but nothing of them is free.
  taken: boolean;
  shown: string;
  strong?: boolean;
}

function Pieces({ count, taken, shown, strong = false }: PiecesProps) {
  const some = strong ? classes.strong : undefined;
  const none = taken ? classes.taken : classes.none;
  const look = count === 0 ? none : some;
  return <span className={look}>{shown}</span>;
}
