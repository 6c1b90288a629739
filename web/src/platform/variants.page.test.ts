import { expect, test } from 'vitest';
import { codeIn, exactly, type Variant, variantSearch } from './variants';

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

test('a label that is scanned is what hangs there', () => {
  expect(codeIn('https://shop.example/01/09506000134352?at=zwolle&shelf=A%2012')).toBe('09506000134352');
  expect(codeIn('https://shop.example/sku/LAMP%2F1?at=zwolle')).toBe('LAMP/1');
  expect(codeIn('https://shop.example/sku/100%25%FF')).toBe('100%25%FF');
  expect(codeIn(' 8719000000017 ')).toBe('8719000000017');
  expect(exactly(known, 'https://shop.example/01/00036000291452')?.sku).toBe('SHIRT-M');
});
