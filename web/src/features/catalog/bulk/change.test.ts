import { expect, test } from 'vitest';
import { Problem } from '~/api/problem';
import { changeOf } from './change';

const reading = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('a raise in percent goes in hundredths, on all channels where none is chosen', () => {
  const value = reading({ value: '2.5', currency: 'EUR', channel: '' });
  expect(changeOf('percent', value, 'no number')).toEqual({
    price: { channel: null, currency: 'EUR', percent_hundredths: 250 },
  });
});

test('a text is of one channel in one language', () => {
  const value = reading({ value: 'Mug', language: 'en', channel: 'chn_1' });
  expect(changeOf('title', value, '')).toEqual({ text: { channel: 'chn_1', language: 'en', title: 'Mug' } });
});

test('no cost clears it, no number is refused beside its field', () => {
  expect(changeOf('cost', reading({ value: '' }), '')).toEqual({ cost: null });
  expect(() => changeOf('price', reading({ value: 'much' }), 'no number')).toThrow(Problem);
});
