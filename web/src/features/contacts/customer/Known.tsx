// What is known of a customer besides who they are: open orders, what may be done, and what happened.
import { Link } from '@tanstack/react-router';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { Button } from '~/ui/control/Button';
import { Dot } from '~/ui/control/Dot';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { useOrdersOf } from '../api';
import type { Customer, Moment } from '../wire';
import classes from './customer.module.css';
import { lookedAt } from './lookedAt';

export function Orders({ customer }: { customer: string }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const orders = useOrdersOf(customer).data?.items ?? [];
  const open = orders.filter(({ state }) => state !== 'cancelled' && state !== 'returned').slice(0, 5);
  if (open.length === 0) return null;
  return (
    <Section title={t('orders')}>
      <ul className={classes.lines}>
        {open.map((order) => (
          <li key={order.id}>
            <Link to="/orders" search={{ open: order.id }}>
              {order.reference}
            </Link>
            <small>{t(`states.${order.state}`, { ns: 'orders' })}</small>
            <b>{formats.money(order.payable, order.currency)}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Means = Customer['consent'][number]['means'];
const shown: readonly Means[] = ['telephone', 'email', 'message', 'post'];

// Whether somebody may be approached to sell, by what an agent uses.
export function Consent({ lines }: { lines: Customer['consent'] }) {
  const { t } = useTranslation('contacts');
  const marketing = lines.filter(({ purpose, means }) => purpose === 'marketing' && shown.includes(means));
  if (marketing.length === 0) return null;
  return (
    <Section title={t('consent.title')}>
      <ul className={classes.consent}>
        {marketing.map(({ means, allowed, law }) => (
          <li key={means} data-allowed={allowed} title={law}>
            {allowed ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
            {t(`consent.${means as 'telephone'}`)}
            <small>{t(allowed ? 'consent.may' : 'consent.mayNot')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface MomentsProps {
  title: string;
  moments: readonly Moment[];
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

export function Moments({ title, moments, hasMore, busy, onMore }: MomentsProps) {
  const { t } = useTranslation('contacts');
  return (
    <Section title={title}>
      {moments.length === 0 && <p className={classes.quiet}>{t('timelineNone')}</p>}
      <ol className={classes.timeline}>
        {moments.map((moment) => (
          <li key={moment.event}>
            <OneMoment moment={moment} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </Section>
  );
}

function OneMoment({ moment }: { moment: Moment }) {
  const { kind, channel, ts, product, order_reference: order, revenue, currency, campaign } = moment;
  const { t } = useTranslation('contacts');
  const kindName = useKindName();
  const formats = useFormats();
  const channels = useChannelNames();
  return (
    <>
      <Dot series={channels.seriesOf(channel)} />
      <span>
        <strong>{kindName(kind)}</strong>
        <small dir="auto">{[
            lookedAt(moment),
            product,
            order,
            channels.nameOf(channel),
            campaign && t('campaign', { name: campaign }),
          ]
            .filter(Boolean)
            .join(' · ')}</small>
      </span>
      <span className={classes.end}>
        {revenue && Number(revenue) !== 0 && <b>{formats.money(revenue, currency)}</b>}
        <small>{formats.dateTime(ts)}</small>
      </span>
    </>
  );
}
