// How often a contact is followed by an order, per channel and phase, with how sure that is.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import { Dot } from '~/ui/control/Dot';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { useHitRates } from './api';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

export function HitRateCard({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  return (
    <Card title={t('hits.title')} note={t('hits.note')}>
      <Answered query={useHitRates(view.asked)}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('hits.none')}</p>
          ) : (
            <div className={page.wide} tabIndex={0} role="region" aria-label={t('hits.title')}>
              <table className={classes.parts}>
                <thead>
                  <tr>
                    <th scope="col">{t('channel')}</th>
                    {(['phase', 'contacts', 'followed', 'rate', 'range'] as const).map((id) => (
                      <th key={id} scope="col">
                        {t(`hits.${id}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.channel} ${row.phase ?? ''}`}>
                      <th scope="row">
                        <Dot series={names.seriesOf(row.channel)} />
                        <span dir="auto">{names.nameOf(row.channel)}</span>
                      </th>
                      <td>{t(`phases.${row.phase ?? 'unknown'}`)}</td>
                      <td>{formats.number(row.contacts)}</td>
                      <td>{formats.number(row.hits)}</td>
                      <td>{typeof row.rate === 'number' ? formats.percent(row.rate, 1) : t('hits.few')}</td>
                      <td>
                        {t('between', { low: formats.percent(row.low, 1), high: formats.percent(row.high, 1) })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </Card>
  );
}
