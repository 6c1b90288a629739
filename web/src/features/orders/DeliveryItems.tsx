// What is in a delivery: the pieces that are still to go, else those that went.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import classes from './orders.module.css';
import type { Order } from './wire';

export function DeliveryItems({ order, delivery }: { order: Order; delivery: string }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const items = order.items.filter((item) => item.delivery === delivery && item.quantity > 0);
  return (
    <ul className={classes.items}>
      {items.map(({ line: number, quantity, fulfilled, cancelled }) => {
        const line = order.lines.find((one) => one.number === number);
        const open = quantity - fulfilled - cancelled;
        return (
          <li key={number} data-done={open === 0}>
            <b>{formats.number(open > 0 ? open : quantity)} ×</b>
            <span dir="auto">
              {line?.name} <small>{line?.sku}</small>
            </span>
            {open === 0 && <small>{t(cancelled === quantity ? 'itemCancelled' : 'itemGone')}</small>}
          </li>
        );
      })}
    </ul>
  );
}
