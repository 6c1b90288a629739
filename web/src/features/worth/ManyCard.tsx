// Customers of several channels beside those of one: as they are, and weighted until both were alike before.
import { useTranslation } from 'react-i18next';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Notice } from '~/ui/feedback/Notice';
import { EmptyState } from '~/ui/feedback/State';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Many, Model } from './api';
import { withDays } from './days';
import { Basis } from './ModelCards';
import classes from './worth.module.css';

export function ManyCard({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  if (!model.channels) return <EmptyState title={t('many.none')} text={t('many.noneText')} />;
  return (
    <>
      <Compared many={model.channels} model={model} />
      <BalanceCard many={model.channels} />
      <Basis model={model} />
    </>
  );
}

function Compared({ many, model }: { many: Many; model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const told = (expected: number) =>
    many.compared === 'value'
      ? formats.money(expected.toFixed(2), model.currency, true)
      : formats.number(expected, 2);
  const rows = [
    { id: 'many', n: many.many, raw: many.raw_many, weighted: many.weighted_many },
    { id: 'one', n: many.one, raw: many.raw_one, weighted: many.weighted_one },
    { id: 'difference', n: many.many + many.one, raw: many.raw_difference, weighted: many.weighted_difference },
  ] as const;
  return (
    <Card title={t('many.title')} note={t('many.note', { day: formats.date(many.after) })}>
      <Notice>{withDays(model.channels_definition, formats.date)}</Notice>
      <div className={page.wide} tabIndex={0} role="region" aria-label={t('many.title')}>
        <table className={`${tables.figures} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('many.group')}</th>
              <th scope="col">{t('fields.customers')}</th>
              <th scope="col">{t('many.raw')}</th>
              <th scope="col">{t('many.weighted')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, n, raw, weighted }) => (
              <tr key={id} data-level={id === 'difference' || undefined}>
                <th scope="row">{t(`many.${id}`)}</th>
                <td>{formats.number(n)}</td>
                {[raw, weighted].map((range, index) => (
                  <td key={index}>
                    <b>{told(range.value)}</b>
                    <span>{t('between', { low: told(range.low), high: told(range.high) })}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.basis}>
        {t('many.leftOut', { count: many.left_out, number: formats.number(many.left_out) })}
      </p>
    </Card>
  );
}

function BalanceCard({ many }: { many: Many }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  // A zero has no sign.
  const hundredths = (value: number) => formats.number(Math.round(value * 100) / 100 || 0, 2);
  return (
    <Card title={t('balance.title')} note={t('balance.note')}>
      <div className={page.wide} tabIndex={0} role="region" aria-label={t('balance.title')}>
        <table className={`${tables.figures} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('balance.known')}</th>
              <th scope="col">{t('many.raw')}</th>
              <th scope="col">{t('many.weighted')}</th>
            </tr>
          </thead>
          <tbody>
            {many.balance.map(({ known, raw, weighted }) => (
              <tr key={known}>
                <th scope="row">{t(`balance.${known}`)}</th>
                <td>{hundredths(raw)}</td>
                <td>{hundredths(weighted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!many.balanced && <Notice tone="warn">{t('balance.not')}</Notice>}
    </Card>
  );
}
