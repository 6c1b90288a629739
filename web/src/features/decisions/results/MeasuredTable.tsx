// Per offer, and per segment or kind of visitor where that is asked, what a decision added and what it cost.
import { useTranslation } from 'react-i18next';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../decisions.module.css';
import { Interval, type Scale, scaleOf } from '../Interval';
import { useOffersSearch } from '../search';
import { useNames } from '../useNames';
import type { Measured, Results } from '../wire';
import { average, costOf, rangeOf, saidOf, toldFrom } from './measured';

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

interface BesideProps {
  // Heads the column; on a phone there are no heads.
  head: string;
  what: string;
  below: string;
}

const Beside = ({ head, what, below }: BesideProps) => (
  <span className={classes.beside}>
    <small className={classes.phoneHead}>{head}</small>
    <span>{what}</span>
    <small>{below}</small>
  </span>
);

interface AddedProps {
  row: Measured;
  scale: Scale;
  currency: string;
}

function Added({ row, scale, currency }: AddedProps) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const said = saidOf(row);
  const range = rangeOf(row);
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  if (said.kind === 'unknown' || !range) {
    return <span className={classes.quiet}>{t('results.unknown')}</span>;
  }
  const between = t('results.between', { low: money(said.low), high: money(said.high) });
  return (
    <span className={classes.added}>
      {said.kind === 'figure' ? (
        <>
          <b>{money(said.value)}</b> <small>{between}</small>
        </>
      ) : (
        <small>
          {between}{' '}
          {t('results.few', {
            n: formats.number(Math.min(row.decisions, row.held_out)),
            least: formats.number(toldFrom),
          })}
        </small>
      )}
      <Interval range={range} scale={scale} />
    </span>
  );
}
