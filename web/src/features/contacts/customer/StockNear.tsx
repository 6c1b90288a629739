// Where a product lies that the conversation is about: of the basket, or scanned or typed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { useMe } from '~/platform/session';
import { VariantPicker } from '~/platform/VariantPicker';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { useStock } from '../api';
import classes from './customer.module.css';

export function StockNear({ products }: { products: readonly string[] }) {
  const { t } = useTranslation('contacts');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const shown = [...new Set([...picked, ...products])].slice(0, 4);
  return (
    <Section title={t('stock.title')}>
      <VariantPicker
        key={picked.length}
        label={t('stock.find')}
        // Whoever scans goes on without a tap.
        autoFocus={picked.length > 0}
        onPick={({ sku }) => {
          setPicked([sku, ...picked]);
        }}
      />
      {shown.map((sku) => (
        <Places key={sku} sku={sku} />
      ))}
    </Section>
  );
}

function Places({ sku }: { sku: string }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const me = useMe();
  const row = useStock(sku).data?.items.find((one) => one.sku === sku);
  const locations = queries.useQuery('get', '/api/v1/stock/locations').data?.items ?? [];
  if (!row) return null;
  // One's own place first, then where most is free.
  const cells = [...row.cells].sort(
    (a, b) => Number(b.location === me.location) - Number(a.location === me.location) || b.free - a.free,
  );
  return (
    <div className={classes.places}>
      <strong dir="auto">{row.name}</strong>
      <small>{sku}</small>
      <ul className={classes.lines}>
        {cells.map(({ location, free }) => (
          <li key={location}>
            <span dir="auto">{locations.find(({ id }) => id === location)?.name ?? '…'}</span>
            <b data-none={free <= 0}>{t('stock.free', { count: free, number: formats.number(free) })}</b>
          </li>
        ))}
        {cells.length === 0 && <li>{t('stock.nowhere')}</li>}
      </ul>
    </div>
  );
}
