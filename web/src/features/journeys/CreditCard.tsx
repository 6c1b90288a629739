// Which channels get the credit for conversions, by several models side by side, and how far these agree.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Asked, type CreditsAnswer, type Model, useCredits } from './api';
import { bys, orders, type Order, useJourneysSearch, usual, type Window, windows, worths } from './search';
import { weightOf } from './weight';
import classes from './journeys.module.css';

export function CreditCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation('journeys');
  const { search } = useJourneysSearch();
  return (
    <Card title={t('credit.title')} note={t('credit.note')}>
      <Notice>{t('credit.notCause')}</Notice>
      <Choices />
      <Answered query={useCredits(asked, search)}>{(answer) => <Credits answer={answer} />}</Answered>
    </Card>
  );
}

function Choices() {
  const { t } = useTranslation('journeys');
  const { search, show } = useJourneysSearch();
  return (
    <div className={classes.choices}>
      <Segmented
        label={t('credit.by')}
        value={search.by ?? usual.by}
        items={bys.map((id) => ({ id, label: t(`credit.bys.${id}`) }))}
        onChange={(by) => {
          show({ by });
        }}
      />
      <Segmented
        label={t('credit.worth')}
        value={search.worth ?? usual.worth}
        items={worths.map((id) => ({ id, label: t(`credit.worths.${id}`) }))}
        onChange={(worth) => {
          show({ worth });
        }}
      />
      <Select
        label={t('credit.window')}
        value={search.window ?? usual.window}
        options={windows.map((value) => ({ value, label: t(`windows.${value}`) }))}
        onChange={(window) => {
          show({ window: window as Window });
        }}
      />
      <Select
        label={t('credit.order')}
        value={search.order ?? usual.order}
        options={orders.map((value) => ({ value, label: value }))}
        onChange={(order) => {
          show({ order: order as Order });
        }}
      />
    </div>
  );
}

function Credits({ answer }: { answer: CreditsAnswer }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const names = useChannelNames();
  const models = answer.rows[0]?.models.map(({ model }) => model) ?? [];
  const largest = Math.max(...answer.rows.flatMap((row) => row.models.map(({ share }) => share)), 0.01);
  const nameOf = (row: CreditsAnswer['rows'][number]) =>
    row.channel ? names.nameOf(row.channel) : row.campaign === '' ? t('credit.noCampaign') : (row.campaign ?? '');
  return (
    <>
      <p className={classes.totals}>
        {t('credit.totals', {
          conversions: formats.number(answer.conversions),
          value: formats.money(answer.value.toFixed(2), answer.currency, true),
          nothing: formats.number(answer.paths_to_nothing),
          without: formats.number(answer.conversions_without_touch),
        })}
      </p>
      <div className={page.wide} tabIndex={0} role="region" aria-label={t('credit.title')}>
        <table className={classes.credits}>
          <thead>
            <tr>
              <th scope="col">{t('credit.player')}</th>
              {models.map((model) => (
                <th key={model} scope="col">
                  {t(`credit.models.${model}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.channel ?? `campaign ${row.campaign ?? ''}`}>
                <th scope="row" dir="auto">
                  {nameOf(row)}
                </th>
                {row.models.map((one) => (
                  <td key={one.model} style={weightOf(one.share / largest)}>
                    <b>{formats.number(one.conversions, 1)}</b>
                    {typeof one.low === 'number' && typeof one.high === 'number' && (
                      <span>
                        {t('between', { low: formats.number(one.low, 1), high: formats.number(one.high, 1) })}
                      </span>
                    )}
                    <span>{formats.money(one.value.toFixed(2), answer.currency, true)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Agreement answer={answer} models={models} />
    </>
  );
}

// The two models that agree least decide how far the table can be believed.
function Agreement({ answer, models }: { answer: CreditsAnswer; models: readonly Model[] }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const least = answer.agreement.toSorted((a, b) => a.share - b.share)[0];
  if (!least || models.length < 2) return null;
  return (
    <p className={classes.totals}>
      {t('credit.agreement', {
        share: formats.percent(least.share),
        one: t(`credit.models.${least.one}`),
        other: t(`credit.models.${least.other}`),
      })}{' '}
      {answer.bootstrap_rounds > 0
        ? t('credit.intervals', { rounds: formats.number(answer.bootstrap_rounds) })
        : t('credit.noIntervals')}
    </p>
  );
}
