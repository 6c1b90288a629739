// Per offer, and per segment or kind of visitor where that is asked, what a decision added and what it cost.
import { useTranslation } from 'react-i18next';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../decisions.module.css';
import { type Scale, scaleOf } from '../Interval';
import { useOffersSearch } from '../search';
import { useNames } from '../useNames';
import type { Measured, Results } from '../wire';
import { Beside } from './Beside';
import { average, costOf, rangeOf, saidOf } from './measured';
import { SaidMoney } from './SaidMoney';

const idOf = ({ offer, segment, buyer, phase }: Measured) => [offer, segment, buyer, phase].join(' ');

export function MeasuredTable({ results }: { results: Results }) {
  const { t } = useTranslation('decisions');
  const columns = useColumns(results);
  return <PlainTable label={t('tabs.results')} columns={columns} rows={results.rows} rowId={idOf} />;
}

// For whom a row is, where it is not for all.
function useWhom() {
  const { t } = useTranslation('decisions');
  const names = useNames();
  const { by = 'offer' } = useOffersSearch().search;
  return ({ segment, buyer, phase }: Measured): string => {
    if (by === 'offer') return '';
    const parts = [segment ? names.segment(segment) : t('results.otherSegments')];
    if (buyer != null) parts.push(t(buyer ? 'log.buyer' : 'log.noBuyer'));
    if (phase) parts.push(t(`phases.${phase}`));
    return parts.join(' · ');
  };
}

function useColumns({ rows, currency }: Results): PlainColumn<Measured>[] {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const whom = useWhom();
  const scale = scaleOf(rows.flatMap((row) => rangeOf(row) ?? []));
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  const each = (sum: number, count: number) => {
    const amount = average(sum, count);
    return amount === undefined ? '' : t('results.each', { amount: money(amount) });
  };
  return [
    {
      id: 'offer',
      title: t('offer'),
      width: '22%',
      cell: (row) => <NameCell name={row.name} below={whom(row)} />,
    },
    {
      id: 'added',
      title: t('results.added'),
      width: '30%',
      cell: (row) => <Added row={row} scale={scale} currency={currency} />,
    },
    {
      id: 'given',
      title: t('results.given'),
      align: 'end',
      cell: (row) => (
        <Beside
          head={t('results.given')}
          what={t('results.givenN', { count: row.decisions, number: formats.number(row.decisions) })}
          below={each(row.margin, row.decisions)}
        />
      ),
    },
    {
      id: 'held',
      title: t('results.held'),
      align: 'end',
      cell: (row) => (
        <Beside
          head={t('results.held')}
          what={t('results.heldN', { count: row.held_out, number: formats.number(row.held_out) })}
          below={each(row.held_out_margin, row.held_out)}
        />
      ),
    },
    {
      id: 'accepted',
      title: t('results.accepted'),
      align: 'end',
      cell: (row) => (
        <Beside
          head={t('results.accepted')}
          what={t('results.acceptedN', { count: row.accepted, number: formats.number(row.accepted) })}
          below={t('results.shownN', { count: row.shown, number: formats.number(row.shown) })}
        />
      ),
    },
    {
      id: 'cost',
      title: t('results.cost'),
      align: 'end',
      cell: (row) => (
        <Beside
          head={t('results.cost')}
          what={money(costOf(row))}
          below={t('results.minutes', {
            count: Math.round(row.contact_minutes),
            number: formats.number(row.contact_minutes, 0),
          })}
        />
      ),
    },
  ];
}

interface AddedProps {
  row: Measured;
  scale: Scale;
  currency: string;
}

function Added({ row, scale, currency }: AddedProps) {
  return (
    <>
      <SaidMoney
        said={saidOf(row)}
        n={Math.min(row.decisions, row.held_out)}
        scale={scale}
        currency={currency}
      />
      <TakenOver row={row} />
    </>
  );
}

// What it only took over: margin that would have come without it.
function TakenOver({ row: { taken_over: share, taken_over_low: low, taken_over_high: high } }: { row: Measured }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  if (share == null || low == null || high == null) return null;
  const percent = (of: number) => formats.percent(Math.max(0, of), 0);
  return (
    <small className={classes.quiet}>
      {t('results.takenOver', { share: percent(share), low: percent(low), high: percent(high) })}
    </small>
  );
}
