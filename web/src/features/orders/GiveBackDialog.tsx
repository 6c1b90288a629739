// Takes in what lies on the counter, of an order of any channel, and says beforehand what follows.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { giveBack } from './api';
import { ArrivedFields, useArrived } from './ArrivedFields';
import { lapseOf, outOf } from './money';
import { chosenOf, isWrong, PieceFields, wantedOf } from './PieceFields';
import { useAct } from './useAct';
import type { Arrived, Order } from './wire';

export function GiveBackDialog({ order: now, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const [order] = useState(now);
  const [wanted, setWanted] = useState(() =>
    wantedOf(
      order.lines
        .filter(({ kind }) => kind === 'product')
        .map((line) => ({ line: line.number, quantity: outOf(line) })),
    ),
  );
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<Partial<Arrived>>({});
  const arrived = useArrived(chosen);
  const { busy, act } = useAct();
  const pieces = chosenOf(wanted);
  const count = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
  const send = async () => {
    if (!arrived) return;
    const done = await act(
      () => giveBack(order.id, pieces, reason.trim(), arrived),
      t('giveBack.done', { count }),
    );
    if (done) onClose();
  };
  return (
    <Dialog
      open
      title={t('giveBack.title', { reference: order.reference })}
      width={480}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={isWrong(wanted) || !arrived}
            onClick={() => void send()}
          >
            {t('giveBack.confirm', { count, number: formats.number(count) })}
          </Button>
        </>
      }
    >
      <div className={fields.fields}>
        <PieceFields order={order} wanted={wanted} onWanted={setWanted} />
        <ArrivedFields arrived={chosen} onArrived={setChosen} />
        <TextField
          label={t('giveBack.reason')}
          optional
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <Notice tone="warn">
          {t((arrived?.restock ?? true) ? 'giveBack.toStock' : 'giveBack.notToStock', {
            count,
            number: formats.number(count),
          })}{' '}
          {t(chosen.refund ? 'giveBack.moneyBack' : 'giveBack.moneyDue', {
            amount: formats.money(lapseOf(order.lines, pieces), order.currency),
          })}
        </Notice>
      </div>
    </Dialog>
  );
}
