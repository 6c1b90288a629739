import { expect, test } from 'vitest';
import { isComplete, pointedAt, repairOf, valueIn } from './repairs';

test('a pointer names the field to mend', () => {
  expect(pointedAt({ pointer: '/currency' })).toBe('currency');
  expect(pointedAt({ pointer: '/identities/0/value' })).toBe('identities');
  expect(pointedAt({ pointer: '/props/colour' })).toBe('props/colour');
  expect(pointedAt({ pointer: '' })).toBe('kind');
});

test('a repair is tried when it says what to do', () => {
  expect(isComplete(repairOf('currency'))).toBe(false);
  expect(isComplete({ field: 'currency', to: 'EUR' })).toBe(true);
  expect(isComplete(repairOf('identities'))).toBe(true);
  expect(isComplete({ field: 'props/', to: 'x' })).toBe(false);
});

test('what a field holds is shown as it would be typed', () => {
  const draft = { currency: 'EURO', props: { colour: 'red', size: 3 } };
  expect(valueIn(draft, 'currency')).toBe('EURO');
  expect(valueIn(draft, 'props/size')).toBe('3');
  expect(valueIn(draft, 'order')).toBe('');
});
