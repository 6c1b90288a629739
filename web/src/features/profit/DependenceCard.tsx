// How much hangs on one channel, and what would likely go elsewhere if it stopped.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import { Dot } from '~/ui/control/Dot';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Dependence, useDependence } from './api';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

export function DependenceCard({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  return (
    <Card title={t('dependence.title')} note={t('dependence.note')}>
      <Answered query={useDependence(view.asked)}>
        {(answer) =>
          answer.channels.length === 0 ? (
            <p className={classes.quiet}>{t('nothing.text')}</p>
          ) : (
            <>
              <p className={classes.lead}>
                {t('dependence.largest', {
                  name: names.nameOf(answer.largest ?? ''),
                  share: formats.percent(answer.largest_share),
                  index: formats.number(answer.herfindahl, 2),
                })}
              </p>
              <Notice>{t('dependence.notCause')}</Notice>
              <div className={page.wide} tabIndex={0} role="region" aria-label={t('dependence.title')}>
                <table className={classes.parts}>
                  <thead>
                    <tr>
                      <th scope="col">{t('channel')}</th>
                      {(['share', 'customers', 'only', 'contribution', 'moves'] as const).map((id) => (
                        <th key={id} scope="col">
                          {t(`dependence.${id}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {answer.channels.map((one) => (
                      <tr key={one.channel}>
                        <th scope="row">
                          <Dot series={names.seriesOf(one.channel)} />
                          <span dir="auto">{names.nameOf(one.channel)}</span>
                        </th>
                        <td>{formats.percent(one.share)}</td>
                        <td>{formats.number(one.customers)}</td>
                        <td>{one.customers > 0 ? formats.percent(one.only_here / one.customers) : '–'}</td>
                        <td>{formats.money(one.contribution, answer.currency, true)}</td>
                        <td>
                          <Moves one={one} currency={answer.currency} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Answered>
    </Card>
  );
}

function Moves({ one, currency }: { one: Dependence; currency: string }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  if (!one.moves_low || !one.moves_high) return t('dependence.unknown');
  const [low, high] = [one.moves_low, one.moves_high].toSorted((a, b) => Number(a) - Number(b));
  return t('between', {
    low: formats.money(low ?? '0', currency, true),
    high: formats.money(high ?? '0', currency, true),
  });
}
