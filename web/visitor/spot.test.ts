import { expect, test } from 'vitest';
import { spotOf } from './spot';

const of = (path: string) => spotOf(new URL(path, 'https://shop.example'));

test('a label tells what hangs where', () => {
  expect(of('/01/09506000134352?at=zwolle&shelf=A%2012')).toEqual({
    store: 'zwolle',
    shelf: 'A 12',
    gtin: '09506000134352',
  });
  expect(of('/sku/LAMP%2F1')).toEqual({ sku: 'LAMP/1' });
  expect(of('/at/zwolle?shelf=B3')).toEqual({ store: 'zwolle', shelf: 'B3' });
});

test('what is no label is none', () => {
  expect(of('/visit?at=zwolle')).toBeNull();
  expect(of('/01/')).toBeNull();
});
