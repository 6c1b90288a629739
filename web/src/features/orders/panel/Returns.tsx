// What came back of an order, or is announced: when it arrives, it is taken in here.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { receiveReturn, useReturns } from '../api';
import { ArrivedFields, useArrived } from '../ArrivedFields';
import classes from '../orders.module.css';
import { useAct } from '../useAct';
import type { Arrived, Order, Return } from '../wire';

export function Returns({ order, mayAct }: { order: Order; mayAct: boolean }) {
  const { t } = useTranslation('orders');
  const returns = useReturns(order.id).data?.items ?? [];
  if (returns.length === 0) return null;
  return (
    <Section title={t('returns.title')}>
      <ul className={classes.lines}>
        {returns.map((one) => (
          <li key={one.id}>
            <OneReturn order={order} one={one} mayAct={mayAct} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface OneProps {
  order: Order;
  one: Return;
  mayAct: boolean;
}

function OneReturn({ order, one, mayAct }: OneProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const what = one.pieces.map(({ line, quantity }) => {
    const name = order.lines.find(({ number }) => number === line)?.name ?? '';
    return `${formats.number(quantity)} × ${name}`;
  });
  return (
    <>
      <span className={classes.words}>
        <strong dir="auto">
          {what.join(', ')}{' '}
          <Tag tone={one.state === 'received' ? 'good' : 'warn'}>{t(`returns.${one.state}`)}</Tag>
        </strong>
        <small dir="auto">
          {[
            t(`returns.ways.${one.way}`),
            one.withdrawal && t('returns.withdrawal'),
            one.reason,
            formats.dateTime(one.received ?? one.created),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      {mayAct && one.state === 'announced' && (
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('returns.receive')}
        </Button>
      )}
      {open && (
        <ReceiveDialog
          id={one.id}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function ReceiveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const [chosen, setChosen] = useState<Partial<Arrived>>({});
  const arrived = useArrived(chosen);
  const { busy, act } = useAct();
  const send = async () => {
    if (arrived && (await act(() => receiveReturn(id, arrived), t('returns.done')))) onClose();
  };
  return (
    <Dialog
      open
      title={t('returns.receiveTitle')}
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" busy={busy} disabled={!arrived} onClick={() => void send()}>
            {t('returns.receive')}
          </Button>
        </>
      }
    >
      <div className={fields.fields}>
        <ArrivedFields arrived={chosen} onArrived={setChosen} />
      </div>
    </Dialog>
  );
}
