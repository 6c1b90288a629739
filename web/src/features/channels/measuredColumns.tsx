// The columns of the worksheet that say what was measured.
import { Meter } from '~/ui/chart/Bars';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import { onward } from '~/platform/targets';
import { kpiOf, type Measured } from './measured';
import type { Listed } from './wire';
import type { Words } from './words';
import classes from './channels.module.css';

interface Tools {
  t: Words;
  formats: Formats;
  measured: Measured;
}

export function measuredColumns({ t, formats, measured }: Tools): Column<Listed>[] {
  const { of, currency, segment } = measured;
  const days = t(`measured.periods.${measured.period}`);
  const over = segment ? `${days}, ${segment.name}` : days;
  const money = (code: string) => (row: Listed) => {
    const value = kpiOf(of(row.id), code);
    return value === null || Number(value) === 0 ? '' : formats.money(value, currency, true);
  };
  const count = (code: string) => (row: Listed) => {
    const value = Number(kpiOf(of(row.id), code) ?? 0);
    return value === 0 ? '' : formats.number(value);
  };
  const number = { width: 120, align: 'end' } as const;
  return [
    { ...number, id: 'measured_revenue', width: 138, title: t('measured.revenueOver', { over }), text: money('revenue') },
    {
      id: 'measured_targets',
      title: t('measured.targets'),
      width: 128,
      text: (row) => targetWords(row, { t, formats, measured }),
      cell: (row) => <Targets row={row} tools={{ t, formats, measured }} />,
    },
    { ...number, id: 'measured_orders', title: t('measured.orders'), hidden: true, text: count('orders') },
    { ...number, id: 'measured_margin', title: t('measured.margin'), hidden: true, text: money('margin') },
    { ...number, id: 'measured_cost', title: t('measured.cost'), hidden: true, text: money('cost') },
    { ...number, id: 'measured_reach', title: t('measured.reach'), hidden: true, text: count('reach') },
  ];
}

// The targets that can be held against what was measured, and how many of them are met so far.
function met({ id }: Listed, { measured }: Tools) {
  const row = measured.of(id);
  const told = (row?.targets ?? [])
    .map((target) => onward(target.kpi, target, kpiOf(row, target.kpi), measured.range))
    .flatMap(({ share, met: isMet }) => (share === null ? [] : [{ share, isMet }]));
  return {
    shares: told.map(({ share }) => share),
    done: told.filter(({ isMet }) => isMet).length,
  };
}

function targetWords(row: Listed, tools: Tools): string {
  const { shares, done } = met(row, tools);
  const [only] = shares;
  if (only === undefined) return '';
  if (shares.length === 1) return tools.t('measured.onward', { share: tools.formats.percent(only) });
  return tools.t('measured.met', { done, count: shares.length });
}

function Targets({ row, tools }: { row: Listed; tools: Tools }) {
  const { shares, done } = met(row, tools);
  const words = targetWords(row, tools);
  if (shares.length === 0) return null;
  if (shares.length > 1) return <Meter done={done} of={shares.length} label={words} />;
  return <span className={done ? classes.onward : classes.behind}>{words}</span>;
}
