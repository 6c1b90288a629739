// Writes down that pieces come back by post, so that whoever opens the parcel knows what it is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { announceReturn } from './api';
import { outOf } from './money';
import { chosenOf, isWrong, PieceFields, wantedOf } from './PieceFields';
import { useAct } from './useAct';
import type { Order } from './wire';

export function AnnounceDialog({ order: now, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const [order] = useState(now);
  const [wanted, setWanted] = useState(() =>
    wantedOf(
      order.lines
        .filter(({ kind }) => kind === 'product')
        .map((line) => ({ line: line.number, quantity: outOf(line) })),
    ),
  );
  const [reason, setReason] = useState('');
  const { busy, act } = useAct();
  const pieces = chosenOf(wanted);
  const send = async () => {
    if (await act(() => announceReturn(order.id, pieces, reason.trim()), t('announce.done'))) onClose();
  };
  return (
    <Dialog
      open
      title={t('announce.title', { reference: order.reference })}
      width={480}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" busy={busy} disabled={isWrong(wanted)} onClick={() => void send()}>
            {t('announce.confirm')}
          </Button>
        </>
      }
    >
      <div className={fields.fields}>
        <p className={fields.note}>{t('announce.text')}</p>
        <PieceFields order={order} wanted={wanted} onWanted={setWanted} />
        <TextField
          label={t('giveBack.reason')}
          optional
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
