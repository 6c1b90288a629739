// What can be done with a delivery as it is: accept or decline it, say that it is picked, hand it over; or send it to
// where it is collected, and take it in there.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Confirm } from '~/ui/overlay/Dialog';
import { accept, arrive, decline, prepare, send } from './api';
import { HandOverDialog } from './HandOverDialog';
import classes from './orders.module.css';
import { useAct } from './useAct';
import type { Delivery, Order } from './wire';
import { may } from './words';

const open: readonly Delivery['state'][] = ['asked', 'accepted', 'on_its_way', 'ready'];
const isOpen = ({ state }: Delivery) => open.includes(state);
const isElsewhere = ({ brought_to: to, location }: Delivery) => Boolean(to) && to !== location;

export interface DeliveryActsProps {
  order: Order;
  delivery: Delivery;
  // For a thumb.
  large?: boolean;
}

export function DeliveryActs({ order, delivery, large = false }: DeliveryActsProps) {
  const { t } = useTranslation('orders');
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<'decline' | 'handOver' | null>(null);
  const { id, state } = delivery;
  const elsewhere = isElsewhere(delivery);
  if (!isOpen(delivery)) return null;
  if (!may(order, 'fulfil')) return <p className={classes.quiet}>{t('delivery.waits')}</p>;
  const close = () => {
    setAsked(null);
  };
  return (
    <div className={large ? classes.largeActs : classes.acts}>
      {state === 'asked' && (
        <Button look="primary" busy={busy} onClick={() => void act(() => accept(id), t('delivery.accepted'))}>
          {t('delivery.accept')}
        </Button>
      )}
      {state === 'accepted' && elsewhere && (
        <Button look="primary" busy={busy} onClick={() => void act(() => send(id), t('delivery.sent'))}>
          {t('delivery.send')}
        </Button>
      )}
      {state === 'on_its_way' && (
        <Button look="primary" busy={busy} onClick={() => void act(() => arrive(id), t('delivery.prepared'))}>
          {t('delivery.arrive')}
        </Button>
      )}
      {state === 'accepted' && !elsewhere && (
        <Button look="primary" busy={busy} onClick={() => void act(() => prepare(id), t('delivery.prepared'))}>
          {t('delivery.prepare')}
        </Button>
      )}
      {(state === 'ready' || (state === 'accepted' && !elsewhere)) && (
        <Button
          look={state === 'ready' ? 'primary' : 'normal'}
          onClick={() => {
            setAsked('handOver');
          }}
        >
          {t('delivery.handOver')}
        </Button>
      )}
      {(state === 'asked' || state === 'accepted') && (
        <Button
          onClick={() => {
            setAsked('decline');
          }}
        >
          {t('delivery.decline')}
        </Button>
      )}
      {asked === 'handOver' && <HandOverDialog order={order} delivery={delivery} onClose={close} />}
      <Confirm
        open={asked === 'decline'}
        title={t('delivery.declineTitle')}
        text={t('delivery.declineText')}
        action={t('delivery.decline')}
        busy={busy}
        onConfirm={() => void act(() => decline(id), t('delivery.declined')).then(close)}
        onClose={close}
      />
    </div>
  );
}
