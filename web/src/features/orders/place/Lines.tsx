// What is ordered, line by line: the price that holds on this channel, and what of it can be promised.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf, problemOf } from '~/api/problem';
import { variantName } from '~/platform/variants';
import { IconButton } from '~/ui/control/Button';
import { NumberField } from '~/ui/form/NumberField';
import { useFormats } from '~/ui/text/locale';
import classes from './place.module.css';
import { type Available, type BasketLine, freeOf, isBrought, type Price, type Receiving } from './basket';

export interface AskedPrice {
  data: Price | undefined;
  error: unknown;
}

interface LinesProps {
  lines: readonly BasketLine[];
  prices: readonly AskedPrice[];
  available: readonly Available[];
  receiving: Receiving;
  onQuantity: (id: string, quantity: number) => void;
  onRemove: (id: string) => void;
}

export function Lines({ lines, prices, available, receiving, onQuantity, onRemove }: LinesProps) {
  const { t } = useTranslation('orders');
  return (
    <ul className={classes.lines} aria-label={t('lines')}>
      {lines.map((line, index) => (
        <li key={line.variant.id}>
          <Named line={line} price={prices[index]} />
          <Promised
            quantity={line.quantity}
            available={available.find(({ variant }) => variant === line.variant.id)}
            receiving={receiving}
          />
          <NumberField
            key={line.scans}
            label={t('piecesOf', { sku: line.variant.sku })}
            labelHidden
            inputMode="numeric"
            defaultValue={String(line.quantity)}
            onChange={(text) => {
              if (/^[1-9]\d{0,5}$/.test(text)) onQuantity(line.variant.id, Number(text));
            }}
          />
          <Amount quantity={line.quantity} price={prices[index]?.data} />
          <IconButton
            label={t('place.remove', { sku: line.variant.sku })}
            onClick={() => {
              onRemove(line.variant.id);
            }}
          >
            <IconX aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Named({ line: { variant }, price }: { line: BasketLine; price: AskedPrice | undefined }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const each = price?.data && formats.money(price.data.amount, price.data.currency);
  const known = [
    variant.sku,
    each && t('place.each', { amount: each }),
    price?.data?.segment && t('place.ofSegment'),
  ];
  return (
    <span className={classes.named}>
      <strong dir="auto">{variantName(variant)}</strong>
      <small>{known.filter(Boolean).join(' · ')}</small>
      {price?.error ? <small className={classes.short}>{messageOf(problemOf(price.error))}</small> : null}
    </span>
  );
}

interface PromisedProps {
  quantity: number;
  available: Available | undefined;
  receiving: Receiving;
}

function Promised({ quantity, available, receiving }: PromisedProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  if (!available) return <span />;
  const free = freeOf(available, receiving);
  const [next] = available.coming;
  const words = free >= quantity ? 'place.free' : 'place.tooFew';
  return (
    <span className={free >= quantity ? classes.free : classes.short} role="status">
      {t(words, { count: free, number: formats.number(free) })}
      {isBrought(available, receiving, quantity) && <small>{t('place.brought')}</small>}
      {free < quantity && next && (
        <small>{t('place.coming', { number: formats.number(next.free), day: formats.date(formats.dayOf(next.expected)) })}</small>
      )}
    </span>
  );
}

function Amount({ quantity, price }: { quantity: number; price: Price | undefined }) {
  const formats = useFormats();
  return <b>{price ? formats.money((quantity * Number(price.amount)).toFixed(2), price.currency) : '…'}</b>;
}
