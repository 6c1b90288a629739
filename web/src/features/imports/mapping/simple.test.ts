import { describe, expect, test } from 'vitest';
import type { Mapping } from '../wire';
import { missing, read, sameMapping, type Sheet, withUse, write } from './simple';

const columns = ['Datum', 'Tijd', 'Bon', 'Artikel', 'Aantal', 'Prijs', 'Filiaal', 'Klantenkaart', 'Kleur'];
const base: Mapping = { name: 'sales', title: 'Sales', decimals: 'comma', dates: 'dmy', events: [] };

const receipts: Sheet = {
  shape: 'lines',
  columns: {
    Datum: 'ts',
    Tijd: 'time',
    Bon: 'order',
    Artikel: 'product',
    Aantal: 'quantity',
    Prijs: 'price',
    Filiaal: 'channel',
    Klantenkaart: 'card',
    Kleur: 'kept',
  },
  channel: '',
  kind: '',
  refunds: true,
  vat: '1.21',
};

describe('a sheet as a mapping', () => {
  test('says what the guide says of receipts', () => {
    const mapping = write(receipts, base);
    expect(mapping.all).toEqual({
      ts: '{Datum} {Tijd}',
      card: '{Klantenkaart}',
      channel: '{Filiaal|slug}',
      order: '{Bon}',
    });
    expect(mapping.events.map(({ kind }) => kind)).toEqual([
      'order_completed',
      'order_line',
      'order_refunded',
    ]);
    expect(mapping.events[1]).toMatchObject({
      part: '{Artikel}',
      quantity: '{Aantal}',
      revenue: '{Aantal} * {Prijs} / 1.21',
      props: [{ name: 'Kleur', value: '{Kleur}' }],
      when: [{ of: '{Aantal}', test: 'contains_not', value: '-' }],
    });
  });

  const sheets: Sheet[] = [
    receipts,
    { ...receipts, refunds: false, vat: '' },
    { ...receipts, shape: 'orders', columns: { Datum: 'ts', Bon: 'order', Prijs: 'revenue' }, channel: 'shop' },
    {
      shape: 'events',
      columns: { Datum: 'ts', Kleur: 'kind', Klantenkaart: 'user', Aantal: 'duration_s' },
      channel: 'phone',
      kind: '',
      refunds: false,
      vat: '',
    },
    { ...receipts, shape: 'events', columns: { Datum: 'ts' }, kind: 'call_answered', refunds: false, vat: '' },
  ];
  test.each(sheets)('is read back as it was: %#', (sheet) => {
    const mapping = write(sheet, base);
    const again = read(mapping, columns);
    expect(again).not.toBeNull();
    expect(sameMapping(write(again ?? receipts, base), mapping)).toBe(true);
  });

  test('is nothing when the mapping says more', () => {
    const mapping = write(receipts, base);
    expect(read({ ...mapping, all: { ...mapping.all, user: 'c-{Klantenkaart}' } }, columns)).toBeNull();
  });
});

test('a use that one column has goes to another; columns that are kept are many', () => {
  const moved = withUse(receipts, 'Kleur', 'product');
  expect(moved.columns['Artikel']).toBeUndefined();
  expect(moved.columns['Kleur']).toBe('product');
  const more = withUse(receipts, 'Artikel', 'kept');
  expect(more.columns).toMatchObject({ Kleur: 'kept', Artikel: 'kept' });
  expect(withUse(receipts, 'Kleur', '').columns['Kleur']).toBeUndefined();
});

test('what is missing is told', () => {
  expect(missing(receipts)).toEqual([]);
  expect(missing({ ...receipts, columns: {} })).toEqual(['ts', 'order', 'channel']);
  expect(missing({ ...receipts, shape: 'events', columns: { Datum: 'ts' }, channel: 'web' })).toEqual([]);
});
