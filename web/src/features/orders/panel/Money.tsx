// What the order comes to, what was paid of it and given back, and, for who may see it, what it brought.
import { useTranslation } from 'react-i18next';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { stillToPay } from '../money';
import classes from '../orders.module.css';
import type { Order } from '../wire';

export function Money({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const { currency } = order;
  const isSome = (amount: string) => Number(amount) !== 0;
  const rows = [
    { label: t('money.net'), amount: order.net, shown: true },
    { label: t('money.vat'), amount: order.vat, shown: true },
    { label: t('money.rounding'), amount: order.rounding, shown: isSome(order.rounding) },
    { label: t('money.payable'), amount: order.payable, shown: true, strong: true },
    { label: t('money.lapsed'), amount: order.lapsed, shown: isSome(order.lapsed) },
    { label: t('money.paid'), amount: order.paid, shown: true },
    { label: t('money.refunded'), amount: order.refunded, shown: isSome(order.refunded) },
    { label: t('money.toPay'), amount: stillToPay(order), shown: order.state !== 'cancelled' && isSome(stillToPay(order)), strong: true },
    { label: t('money.dueBack'), amount: order.due_back, shown: isSome(order.due_back), strong: true },
    { label: t('money.cost'), amount: order.cost ?? '0', shown: order.cost != null },
    { label: t('money.margin'), amount: order.margin ?? '0', shown: order.margin != null, strong: true },
  ];
  return (
    <Section title={t('money.title')}>
      <dl className={classes.money}>
        {rows
          .filter(({ shown }) => shown)
          .map(({ label, amount, strong }) => (
            <div key={label} data-strong={strong ?? false}>
              <dt>{label}</dt>
              <dd>{formats.money(amount, currency)}</dd>
            </div>
          ))}
      </dl>
      {order.payments.length > 0 && (
        <ul className={classes.lines}>
          {order.payments.map((payment) => (
            <li key={payment.id}>
              <span className={classes.words}>
                <strong>
                  {t(`payments.${payment.kind}`, { method: payment.method })}{' '}
                  {payment.state !== 'succeeded' && <Tag tone="warn">{t(`payments.${payment.state}`)}</Tag>}
                </strong>
                <small dir="auto">
                  {[formats.dateTime(payment.settled ?? payment.created), payment.reference]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <b>{formats.money(payment.amount, currency)}</b>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
