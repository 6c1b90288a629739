// What a customer is worth, in all and on each channel.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Dot } from '~/ui/control/Dot';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../customers.module.css';
import type { View } from '../wire';

export function Worth({ customer }: { customer: View }) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const channels = useChannelNames();
  const { value, currency } = customer;
  if (!value) {
    return (
      <Section title={t('worth.title')}>
        <p className={classes.quiet}>{t('worth.nothing')}</p>
      </Section>
    );
  }
  const money = (amount: string) => formats.money(amount, currency, true);
  const figures = [
    { label: t('fields.revenue'), shown: money(value.net_revenue) },
    ...(value.margin == null ? [] : [{ label: t('fields.margin'), shown: money(value.margin) }]),
    { label: t('fields.orders'), shown: formats.number(value.orders) },
    { label: t('fields.lastSeen'), shown: formats.dateShort(formats.dayOf(value.last_seen)) },
  ];
  return (
    <Section title={t('worth.title')}>
      <dl className={classes.figures}>
        {figures.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      {customer.worth && <Expected worth={customer.worth} currency={currency} />}
      <ul className={classes.lines}>
        {customer.channels.map((one) => (
          <li key={one.channel}>
            <Dot series={channels.seriesOf(one.channel)} />
            <span className={classes.grow} dir="auto">
              {channels.nameOf(one.channel)}
            </span>
            <span className={classes.quiet}>
              {t('worth.events', { count: one.events, number: formats.number(one.events) })}
            </span>
            <b>{money(one.net_revenue)}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

// What is expected of them, with its ranges; it is worked out every night.
function Expected({ worth, currency }: { worth: NonNullable<View['worth']>; currency: string }) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  type Shown = (value: string | number) => string;
  const money: Shown = (amount) => formats.money(amount, currency, true);
  const figures = [
    { id: 'clv', value: worth.clv, low: worth.clv_low, high: worth.clv_high, shown: money },
    {
      id: 'orders',
      value: worth.orders,
      low: worth.orders_low,
      high: worth.orders_high,
      shown: ((value) => formats.number(Number(value), 1)) satisfies Shown,
    },
    { id: 'alive', value: worth.alive, shown: ((value) => formats.percent(Number(value))) satisfies Shown },
    { id: 'scores', value: [worth.recency, worth.frequency, worth.monetary].join(' · '), shown: String },
  ] as const;
  return (
    <>
      {worth.orders != null && worth.clv == null && <p className={classes.quiet}>{t('worth.noMoney')}</p>}
      <dl className={`${classes.figures} ${classes.expected}`}>
      {figures.map(({ id, value, shown, ...range }) =>
        value == null ? null : (
          <div key={id}>
            <dt>{t(`worth.${id}`)}</dt>
            <dd>
              {shown(value)}
              {'low' in range && range.low != null && range.high != null && (
                <span className={classes.under}>
                  {t('worth.range', { low: shown(range.low), high: shown(range.high) })}
                </span>
              )}
            </dd>
          </div>
        ),
      )}
      </dl>
    </>
  );
}
