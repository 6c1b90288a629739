// The figures of all customers, the check on weeks that the models did not see, how the chances and the value
// lie, and the parameters.
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Bars } from '~/ui/chart/Bars';
import { KpiStrip } from '~/ui/chart/KpiStrip';
import { type Line, Lines } from '~/ui/chart/Lines';
import { Dot } from '~/ui/control/Dot';
import { Card, Facts } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Check, Model } from './api';
import { firstUnseen, weeksOf } from './weekly';
import classes from './worth.module.css';

export function ModelCards({ model }: { model: Model }) {
  return (
    <>
      {model.customers > 0 && <Totals model={model} />}
      {model.hold_out && <CheckCard model={model} check={model.hold_out} />}
      {model.alive.length > 0 && <Distribution model={model} />}
      <Parameters model={model} />
      <Basis model={model} />
    </>
  );
}

function Totals({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const worth = model.worth.reduce((sum, { clv }) => sum + clv, 0);
  const n = t('n', { count: model.customers, number: formats.number(model.customers) });
  const item = (id: 'customers' | 'repeat' | 'worth' | 'each' | 'orders' | 'spent', value: string, foot = n) => ({
    id,
    name: t(`totals.${id}`),
    value,
    foot,
  });
  return (
    <KpiStrip
      label={t('totals.title')}
      items={[
        item('customers', formats.number(model.customers), formats.range(model.first, model.until)),
        item('repeat', formats.percent(model.repeat_customers / model.customers, 1)),
        ...(model.worth.length > 0
          ? [
              item('worth', formats.moneyCompact(worth, model.currency), t(`in.${model.worth_in}`, { weeks: formats.number(model.horizon_weeks, 0) })),
              item('each', formats.money((worth / model.customers).toFixed(2), model.currency)),
            ]
          : [
              ...(model.orders == null
                ? []
                : [item('orders', formats.number(model.orders, 0), t('weeks', { weeks: formats.number(model.horizon_weeks, 0) }))]),
              item('spent', formats.moneyCompact(model.spent, model.currency), formats.range(model.first, model.until)),
            ]),
      ]}
    />
  );
}

// Of the ranges around what is expected of one customer.
const sureOfRanges = 0.9;

function CheckCard({ model, check }: { model: Model; check: Check }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const weeks = useMemo(() => weeksOf(model.first, check.tracking), [model.first, check.tracking]);
  const names = useMemo(
    () => weeks.map(({ day }) => ({ short: formats.dateShort(day), long: t('check.week', { day: formats.date(day) }) })),
    [weeks, formats, t],
  );
  const lines = useMemo<Line[]>(
    () => [
      { id: 'actual', name: t('check.actual'), series: 1, values: weeks.map(({ actual }) => actual) },
      { id: 'expected', name: t('check.expected'), series: 2, values: weeks.map(({ expected }) => expected) },
    ],
    [weeks, t],
  );
  const unseen = firstUnseen(weeks, check.until);
  const off = check.actual > 0 ? check.expected / check.actual - 1 : 0;
  return (
    <Card
      title={t('check.title')}
      note={t('check.note', { until: formats.date(check.until), weeks: formats.number(check.weeks, 0) })}
    >
      <ul className={classes.legend}>
        {lines.map(({ id, name, series }) => (
          <li key={id}>
            <Dot series={series} />
            {name}
          </li>
        ))}
      </ul>
      <Lines
        label={t('check.chart')}
        names={names}
        lines={lines}
        axis={(value) => formats.compact(value)}
        value={(value) => formats.number(value, 1)}
        {...(unseen > 0 ? { open: unseen } : {})}
      />
      <p className={classes.basis}>
        <b>
          {t('check.found', {
            actual: formats.number(check.actual, 0),
            expected: formats.number(check.expected, 0),
            off: formats.percent(Math.abs(off), 1),
            direction: t(off < 0 ? 'check.below' : 'check.above'),
          })}
        </b>{' '}
        {t('check.within', {
          share: formats.percent(check.within_range),
          sure: formats.percent(sureOfRanges),
          customers: formats.number(check.customers),
        })}
      </p>
      <div className={page.wide} tabIndex={0} role="region" aria-label={t('check.classes')}>
        <table className={`${tables.figures} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('check.repeats')}</th>
              <th scope="col">{t('fields.customers')}</th>
              <th scope="col">{t('check.actualEach')}</th>
              <th scope="col">{t('check.expectedEach')}</th>
            </tr>
          </thead>
          <tbody>
            {check.classes.map(({ repeats, buyers, actual, expected }, index) => (
              <tr key={repeats}>
                <th scope="row">
                  {formats.number(repeats)}
                  {index === check.classes.length - 1 && repeats > 0 ? '+' : ''}
                </th>
                <td>{formats.number(buyers)}</td>
                <td>{formats.number(actual, 2)}</td>
                <td>{formats.number(expected, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Distribution({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const most = Math.max(...model.alive.map(({ customers }) => customers), 1);
  return (
    <div className={classes.pair} data-fills>
      <Card title={t('alive.title')} note={t('alive.note')}>
        <Bars
          bars={model.alive.map(({ customers }, tenth) => ({
            id: String(tenth),
            name: t('between', { low: formats.percent(tenth / 10), high: formats.percent((tenth + 1) / 10) }),
            value: formats.number(customers),
            note: formats.percent(customers / model.customers, 1),
            share: customers / most,
          }))}
        />
      </Card>
      {model.worth.length > 0 && (
        <Card title={t('worth.title')} note={t('worth.note')}>
          <Bars
            bars={model.worth.map(({ customers, clv, share }, tenth) => ({
              id: String(tenth),
              name: t('worth.tenth', { count: customers, number: tenth + 1 }),
              value: formats.moneyCompact(clv, model.currency),
              note: formats.percent(share, 1),
              share,
            }))}
          />
        </Card>
      )}
    </div>
  );
}

const modelIds = ['bg_nbd', 'gamma_gamma'] as const;

function Parameters({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const rows = modelIds.flatMap((id) => {
    const found = model.models[id];
    return found ? [{ id, parameters: Object.entries(found) }] : [];
  });
  if (rows.length === 0) return null;
  const numbers = (parameters: [string, number][]): ReactNode =>
    parameters.map(([name, value]) => (
      <span key={name} className={classes.parameter}>
        {t(`parameters.${name as 'r'}`)} <b>{formats.number(value, name === 'buyers' ? 0 : Math.abs(value) >= 1000 ? 1 : 4)}</b>
      </span>
    ));
  return (
    <Card title={t('parameters.title')} note={t('parameters.note')}>
      <Facts
        items={[
          ...rows.map(({ id, parameters }) => ({ label: t(`models.${id}`), value: numbers(parameters) })),
          ...(model.models.gamma_gamma
            ? [{ label: t('parameters.together'), value: formats.number(model.correlation, 2) }]
            : []),
        ]}
      />
    </Card>
  );
}

// Definition, source, freshness and n of everything on the screen.
export function Basis({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  return (
    <Card title={t('basis.title')}>
      <Facts
        items={[
          { label: t('basis.definition'), value: model.definition },
          { label: t('basis.worth'), value: t(`worthIn.${model.worth_in}`, { share: formats.percent(model.margin, 1) }) },
          { label: t('basis.source'), value: t('basis.sales', { range: formats.range(model.first, model.until) }) },
          {
            label: t('basis.n'),
            value: t('basis.customers', {
              customers: formats.number(model.customers),
              repeat: formats.number(model.repeat_customers),
              purchases: formats.number(model.repeat_purchases),
            }),
          },
          {
            label: t('basis.fresh'),
            value: t('basis.fitted', { moment: formats.dateTime(model.made) }),
          },
        ]}
      />
    </Card>
  );
}
