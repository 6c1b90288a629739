// What models credit to each channel, and below it what tests found, which alone says what a channel brings.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import { Dot } from '~/ui/control/Dot';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Trial, useCredits, useTrials } from './api';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

export function CreditCard({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  const credits = useCredits(view.asked);
  return (
    <>
      <Card title={t('credit.title')} note={t('credit.note')}>
        <Answered query={credits}>
          {(answer) => {
            const rows = answer.rows.filter(({ channel }) => channel);
            if (rows.length === 0) return <p className={classes.quiet}>{t('credit.none')}</p>;
            return (
              <div className={page.wide} tabIndex={0} role="region" aria-label={t('credit.title')}>
                <table className={classes.parts}>
                  <thead>
                    <tr>
                      <th scope="col">{t('channel')}</th>
                      {rows[0]?.models.map(({ model }) => (
                        <th key={model} scope="col">
                          {t(`credit.models.${model as 'first'}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ channel, models }) => (
                      <tr key={channel}>
                        <th scope="row">
                          <Dot series={names.seriesOf(channel ?? '')} />
                          <span dir="auto">{names.nameOf(channel ?? '')}</span>
                        </th>
                        {models.map(({ model, value }) => (
                          <td key={model}>{formats.money(value.toFixed(2), answer.currency, true)}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
                <p className={classes.quiet}>
                  {t('credit.basis', { conversions: formats.number(answer.conversions) })}
                </p>
              </div>
            );
          }}
        </Answered>
      </Card>
      <TrialsCard view={view} />
    </>
  );
}

function TrialsCard({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const trials = useTrials(view.asked);
  return (
    <Card title={t('trials.title')} note={t('trials.note')}>
      <Answered query={trials}>
        {(answer) =>
          answer.trials.length === 0 ? (
            <Notice>{t('trials.none')}</Notice>
          ) : (
            <ul className={classes.trials}>
              {answer.trials.map((trial) => (
                <li key={trial.experiment}>
                  <Found trial={trial} currency={answer.currency} within={answer.within} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

// Of fewer customers in an arm only the range is told.
const few = 30;

interface FoundProps {
  trial: Trial;
  currency: string;
  within: number;
}

function Found({ trial, currency, within }: FoundProps) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  return (
    <>
      <h3 dir="auto">{trial.experiment}</h3>
      {trial.lifts.length === 0 && <p className={classes.quiet}>{t('trials.notComparable')}</p>}
      {trial.lifts.map(({ arm, control, customers, control_customers: left, margin, orders }) => (
        <p key={arm}>
          <b>
            {t(Math.min(customers, left) < few ? 'trials.range' : 'trials.lift', {
              amount: money(margin.value),
              low: money(margin.low),
              high: money(margin.high),
            })}
          </b>{' '}
          <span className={classes.quiet}>
            {t(margin.low > 0 ? 'trials.more' : margin.high < 0 ? 'trials.less' : 'trials.unsure')}{' '}
            {t('trials.basis', {
              arm,
              control,
              customers: formats.number(customers),
              left: formats.number(left),
              days: within,
              orders: formats.number(orders.value * 100, 1),
            })}
          </span>
        </p>
      ))}
    </>
  );
}
