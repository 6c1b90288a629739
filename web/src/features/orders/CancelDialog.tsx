// Cancels what was not handed over, or some of it, and says beforehand what follows.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { cancel } from './api';
import { lapseOf, openOf } from './money';
import { chosenOf, isWrong, PieceFields, wantedOf } from './PieceFields';
import { useAct } from './useAct';
import type { Order } from './wire';

export function CancelDialog({ order: now, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const [order] = useState(now);
  const [wanted, setWanted] = useState(() =>
    wantedOf(
      order.lines
        .filter(({ kind }) => kind === 'product')
        .map((line) => ({ line: line.number, quantity: openOf(line) })),
    ),
  );
  const [reason, setReason] = useState('');
  const { busy, act } = useAct();
  const pieces = chosenOf(wanted);
  const count = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
  const whole = wanted.every(({ quantity, most }) => quantity === most);
  const send = () =>
    // Without pieces it is all of it, transport too.
    act(() => cancel(order.id, whole ? null : pieces, reason), t('cancel.done', { count })).then((done) => {
      if (done) onClose();
    });
  return (
    <Dialog
      open
      title={t('cancel.title', { reference: order.reference })}
      width={480}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel.keep')}</Button>
          <Button look="danger" busy={busy} disabled={isWrong(wanted)} onClick={() => void send()}>
            {t('cancel.confirm', { count, number: formats.number(count) })}
          </Button>
        </>
      }
    >
      <div className={fields.fields}>
        <PieceFields order={order} wanted={wanted} onWanted={setWanted} />
        <TextField
          label={t('cancel.reason')}
          optional
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <Notice tone="warn">
          <p>
            {t('cancel.follows', {
              count,
              number: formats.number(count),
              amount: formats.money(lapseOf(order.lines, pieces), order.currency),
            })}
          </p>
          {Number(order.paid) > 0 && <p>{t('cancel.paid', { amount: formats.money(order.paid, order.currency) })}</p>}
        </Notice>
      </div>
    </Dialog>
  );
}
