import { expect, test } from 'vitest';
import { gtinState } from './gtin';

test.each(['8711234567895', '4006381333931', '96385074', '036000291452', '10012345678902'])(
  '%s is right',
  (gtin) => {
    expect(gtinState(gtin)).toEqual({ is: 'right' });
  },
);

test('one wrong digit is named by what it should be', () => {
  expect(gtinState('4006381333932')).toEqual({ is: 'digit', wanted: 1 });
});

test('what is on its way is no mistake yet', () => {
  expect(gtinState('')).toEqual({ is: 'empty' });
  expect(gtinState('400638')).toEqual({ is: 'length', now: 6 });
  expect(gtinState('4006-381')).toEqual({ is: 'letters' });
});
