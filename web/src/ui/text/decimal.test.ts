import { describe, expect, it } from 'vitest';
import { isDecimal, parseDecimal, shownDecimal, typedDecimal } from './decimal';

describe('parseDecimal', () => {
  it.each([
    ['1250', '1250', '1250'],
    ['1250,5', '1250.5', '1250.5'],
    ['1250.50', '1250.50', '1250.50'],
    ['1.250,50', '1250.50', '1250.50'],
    ['1,250.50', '1250.50', '1250.50'],
    ['1.250', '1250', '1.250'],
    ['1,250', '1.250', '1250'],
    ['1.234.567', '1234567', '1234567'],
    ['0,125', '0.125', '0.125'],
    ['€ 1\u00a0250,-', '1250', '1250'],
    ['EUR 12,40', '12.40', '12.40'],
    ['12,40 EUR', '12.40', '12.40'],
    ['−3,5', '-3.5', '-3.5'],
    ['-0', '0', '0'],
    ['007', '7', '7'],
    ["1'250.75", '1250.75', '1250.75'],
    ['12345678901234567.01', '12345678901234567.01', '12345678901234567.01'],
  ])('reads %s as %s in Dutch and %s in English', (text, nl, en) => {
    expect(parseDecimal(text, 'nl')).toBe(nl);
    expect(parseDecimal(text, 'en')).toBe(en);
  });

  it.each(['', 'abc', '1.2.3', '12,34,5', '1..5', '--1', '1e6', '12-', '1.25,000.0'])(
    'refuses %s',
    (text) => {
      expect(parseDecimal(text, 'nl')).toBeUndefined();
      expect(parseDecimal(text, 'en')).toBeUndefined();
    },
  );

  it('reads back what it shows', () => {
    for (const value of ['0', '1250.50', '-0.0375', '1.250']) {
      expect(parseDecimal(typedDecimal(value, 'en'), 'en')).toBe(value);
    }
    expect(parseDecimal(typedDecimal('1250.50', 'nl'), 'nl')).toBe('1250.50');
    expect(isDecimal('1250.50')).toBe(true);
    expect(isDecimal('1250,50')).toBe(false);
  });
});

describe('shownDecimal', () => {
  it.each([
    ['310000', '310.000', '310,000'],
    ['-1234567.5', '-1.234.567,5', '-1,234,567.5'],
    ['999', '999', '999'],
    ['0.125', '0,125', '0.125'],
    ['12345.678', '12.345,678', '12,345.678'],
  ])('shows %s as %s in Dutch and %s in English, and reads it back', (value, nl, en) => {
    expect(shownDecimal(value, 'nl')).toBe(nl);
    expect(shownDecimal(value, 'en')).toBe(en);
    expect(parseDecimal(nl, 'nl')).toBe(value);
    expect(parseDecimal(en, 'en')).toBe(value);
  });
});
