// Where customers and the worksheet differ, what is about most money first.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Meanings } from '~/platform/scope/Meanings';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Dot } from '~/ui/control/Dot';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Misfit } from './api';
import type { FitView } from './useFitView';
import classes from './fit.module.css';

const columns = ['phase', 'whose', 'mismatch', 'customers', 'money'] as const;
// More nobody reads; the file has all.
const shownMost = 100;

export function MisfitsCard({
  misfits,
  view,
  currency,
}: {
  misfits: readonly Misfit[];
  view: FitView;
  currency: string;
}) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  return (
    <Card
      title={t('misfits.title')}
      note={
        misfits.length > shownMost
          ? t('misfits.some', { shown: formats.number(shownMost), all: formats.number(misfits.length) })
          : undefined
      }
    >
      <Notice>{t('misfits.note')}</Notice>
      {misfits.length === 0 ? (
        <p className={classes.quiet}>{t('misfits.none')}</p>
      ) : (
        <div className={page.wide} tabIndex={0} role="region" aria-label={t('misfits.title')}>
          <table className={`${tables.figures} ${classes.list}`}>
            <thead>
              <tr>
                <th scope="col">{t('channel')}</th>
                {columns.map((id) => (
                  <th key={id} scope="col">
                    {t(`misfits.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {misfits.slice(0, shownMost).map((one) => (
                <Row
                  key={[one.segment, one.phase, one.channel, one.mismatch].join(' ')}
                  one={one}
                  view={view}
                  currency={currency}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Meanings
        of={(['unplanned', 'unused', 'dropping'] as const).map((id) => ({
          name: t(`mismatches.${id}`),
          meaning: t(`means.${id}`),
        }))}
      />
    </Card>
  );
}

function Row({ one, view, currency }: { one: Misfit; view: FitView; currency: string }) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  const names = useChannelNames();
  const money = (amount: string) => formats.money(amount, currency, true);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          title={t('map.open')}
          onClick={() => {
            view.show({ at: one.channel, phase: one.phase, of: one.segment ?? undefined }, false);
          }}
        >
          <Dot series={names.seriesOf(one.channel)} />
          <span dir="auto">{names.nameOf(one.channel)}</span>
        </button>
      </th>
      <td>{t(`phases.${one.phase}`)}</td>
      <td dir="auto">{view.nameOf(one.segment) ?? t('everybody')}</td>
      <td>{t(`mismatches.${one.mismatch}`)}</td>
      <td>{formats.number(one.customers)}</td>
      <td>
        <b>{money(one.money)}</b>
        {one.low != null && one.high != null && (
          <span>{t('between', { low: money(one.low), high: money(one.high) })}</span>
        )}
      </td>
    </tr>
  );
}
