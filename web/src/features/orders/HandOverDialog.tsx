// Hands a delivery over to its buyer or the carrier: all of it, or some.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { handOver } from './api';
import { stillToPay } from './money';
import { PayDialog } from './PayDialog';
import { chosenOf, isWrong, PieceFields, wantedOf } from './PieceFields';
import { useAct } from './useAct';
import type { Delivery, Order } from './wire';

export interface HandOverDialogProps {
  order: Order;
  delivery: Delivery;
  onClose: () => void;
}

export function HandOverDialog({ order, delivery, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const [wanted, setWanted] = useState(() =>
    wantedOf(
      order.items
        .filter((item) => item.delivery === delivery.id)
        .map(({ line, quantity, fulfilled, cancelled }) => ({ line, quantity: quantity - fulfilled - cancelled })),
    ),
  );
  const [tracking, setTracking] = useState('');
  const [pays, setPays] = useState(false);
  const { busy, act } = useAct();
  const pieces = chosenOf(wanted);
  const count = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
  const toPay = order.settlement === 'at_pickup' ? stillToPay(order) : '0';
  const send = () =>
    act(() => handOver(delivery.id, pieces, tracking.trim()), t('handOver.done', { count })).then((done) => {
      if (done) onClose();
    });
  if (pays) {
    return (
      <PayDialog
        order={order}
        onClose={() => {
          setPays(false);
        }}
      />
    );
  }
  return (
    <Dialog
      open
      title={t('handOver.title', { reference: order.reference })}
      width={480}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" busy={busy} disabled={isWrong(wanted)} onClick={() => void send()}>
            {t('handOver.confirm', { count, number: formats.number(count) })}
          </Button>
        </>
      }
    >
      <div className={fields.fields}>
        {Number(toPay) > 0 && (
          <Notice tone="warn">
            <p>{t('handOver.toPay', { amount: formats.money(toPay, order.currency) })}</p>
            <Button
              onClick={() => {
                setPays(true);
              }}
            >
              {t('pay.action')}
            </Button>
          </Notice>
        )}
        <PieceFields order={order} wanted={wanted} onWanted={setWanted} />
        {delivery.method === 'ship' && (
          <TextField
            label={t('handOver.tracking')}
            hint={t('handOver.trackingHint')}
            optional
            maxLength={200}
            value={tracking}
            onChange={(event) => {
              setTracking(event.target.value);
            }}
          />
        )}
        <p>{t('handOver.follows', { count, number: formats.number(count) })}</p>
      </div>
    </Dialog>
  );
}
