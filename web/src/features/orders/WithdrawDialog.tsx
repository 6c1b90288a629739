// The buyer withdraws from the purchase: says beforehand what follows, and shows the confirmation to send on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf, problemOf, type Problem } from '~/api/problem';
import { CopyButton } from '~/platform/CopyButton';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Dialog } from '~/ui/overlay/Dialog';
import { useRefresh, useWithdrawal, withdraw } from './api';
import classes from './orders.module.css';
import type { Order } from './wire';
import { isWithdrawn } from './words';

export function WithdrawDialog({ order: now, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const [{ id, reference, ...order }] = useState(now);
  const [made, setMade] = useState<string>();
  const before = useWithdrawal(id, isWithdrawn(order)).data?.confirmation;
  const confirmation = made ?? before;
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = () => {
    setBusy(true);
    withdraw(id)
      .then(
        (done) => {
          setMade(done.confirmation);
        },
        (error: unknown) => {
          setProblem(problemOf(error));
        },
      )
      .finally(() => {
        setBusy(false);
        void refresh();
      });
  };
  return (
    <Dialog
      open
      title={t(confirmation ? 'withdraw.confirmation' : 'withdraw.title', { reference })}
      width={480}
      onClose={onClose}
      footer={
        confirmation ? (
          <>
            <CopyButton text={confirmation} />
            <Button look="primary" onClick={onClose}>
              {t('withdraw.close')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel.keep')}</Button>
            <Button look="danger" busy={busy} onClick={send}>
              {t('withdraw.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className={fields.fields}>
        {problem && <Notice tone="bad">{messageOf(problem)}</Notice>}
        {confirmation ? (
          <p className={classes.letter}>{confirmation}</p>
        ) : (
          <>
            <p>{t('withdraw.text')}</p>
            <Notice tone="warn">{t('withdraw.follows')}</Notice>
          </>
        )}
      </div>
    </Dialog>
  );
}
