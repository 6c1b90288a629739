import { expect, test } from 'vitest';
import { exactly, type Variant, variantSearch } from './variants';

const variant = (sku: string, gtin: string | null) => ({ sku, gtin }) as Variant;
const known = [variant('SHIRT-M', '0036000291452'), variant('SHIRT-M2', null), variant('100', '96385074')];

test('a code is exactly one SKU or GTIN, however it is written', () => {
  expect(exactly(known, ' shirt-m ')?.sku).toBe('SHIRT-M');
  expect(exactly(known, '036000291452')?.sku).toBe('SHIRT-M');
  expect(exactly(known, '00000096385074')?.sku).toBe('100');
  expect(exactly(known, 'SHIRT')).toBeUndefined();
});

test('zeros before a GTIN do not keep it from being found', () => {
  expect(variantSearch('00000096385074', 5).params.query.search).toBe('96385074');
  expect(variantSearch('007', 5).params.query.search).toBe('007');
});
