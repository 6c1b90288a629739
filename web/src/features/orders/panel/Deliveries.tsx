// How the pieces reach the buyer: each parcel or pick-up, and what is to be done with it.
import { useTranslation } from 'react-i18next';
import { mayDo, useMe } from '~/platform/session';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { useLocations } from '../api';
import { DeliveryActs } from '../DeliveryActs';
import { DeliveryItems } from '../DeliveryItems';
import classes from '../orders.module.css';
import type { Delivery, Order } from '../wire';
import { deliveryTones } from '../words';

export function Deliveries({ order, mayAct }: { order: Order; mayAct: boolean }) {
  const { t } = useTranslation('orders');
  if (order.deliveries.length === 0) return null;
  return (
    <Section title={t('deliveries')}>
      {order.deliveries.map((delivery) => (
        <OneDelivery key={delivery.id} order={order} delivery={delivery} mayAct={mayAct} />
      ))}
    </Section>
  );
}

interface OneProps {
  order: Order;
  delivery: Delivery;
  mayAct: boolean;
}

function OneDelivery({ order, delivery, mayAct }: OneProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const locations = useLocations(!mayDo(useMe(), ['partner'])).data?.items;
  const { method, state, location, expires, tracking, brought_to: to } = delivery;
  const nameOf = (sought: string) => locations?.find(({ id }) => id === sought)?.name;
  const facts = [
    nameOf(location),
    to && to !== location && t('delivery.to', { location: nameOf(to) ?? '…' }),
    tracking,
    expires && (state === 'asked' || state === 'ready') && t('before', { moment: formats.dateTime(expires) }),
  ];
  return (
    <div className={classes.delivery}>
      <p className={classes.head}>
        <strong>{t(`methods.${method}`)}</strong>
        <Tag tone={deliveryTones[state]}>{t(`deliveryStates.${state}`)}</Tag>
      </p>
      <p className={classes.quiet} dir="auto">
        {facts.filter(Boolean).join(' · ')}
      </p>
      <DeliveryItems order={order} delivery={delivery.id} />
      {mayAct && <DeliveryActs order={order} delivery={delivery} />}
    </div>
  );
}
