// What was ordered: how many of what, at what price, and what became of the pieces.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayDo, useMe } from '~/platform/session';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../orders.module.css';
import type { Line, Order } from '../wire';

export function Lines({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('lines')}>
      <ul className={classes.lines}>
        {order.lines.map((line) => (
          <li key={line.number}>
            <OneLine line={line} currency={order.currency} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneLine({ line, currency }: { line: Line; currency: string }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const { kind, name, sku, quantity, price, discount, gross, cancelled, fulfilled, returned } = line;
  const discounted =
    Number(discount) > 0 && t('lineDiscount', { amount: formats.money(discount, currency) });
  const became = [
    fulfilled > 0 && t('became.fulfilled', { count: fulfilled }),
    cancelled > 0 && t('became.cancelled', { count: cancelled }),
    returned > 0 && t('became.returned', { count: returned }),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.words}>
        <strong dir="auto">
          {kind === 'transport' ? t('transport') : <Name variant={line.variant} name={name} />}
        </strong>
        <small>
          {kind === 'product' &&
            [sku, `${formats.number(quantity)} × ${formats.money(price, currency)}`, discounted]
              .filter(Boolean)
              .join(' · ')}
        </small>
        {became.length > 0 && <small>{became.join(' · ')}</small>}
      </span>
      <b>{formats.money(gross, currency)}</b>
    </>
  );
}

// Leads to what lies where of it; a partner is not told.
function Name({ variant, name }: { variant: string | null | undefined; name: string }) {
  const partner = mayDo(useMe(), ['partner']);
  if (partner || !variant) return name;
  return (
    <Link to="/stock" search={{ open: variant }} className={classes.name}>
      {name}
    </Link>
  );
}
