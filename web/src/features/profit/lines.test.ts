import { describe, expect, it } from 'vitest';
import { linesOf, scaleOf, type Statement } from './lines';

const statement = {
  payable: '121.00',
  vat: '21.00',
  net_revenue: '100.00',
  goods_sold: '50.00',
  goods_back: '10.00',
  gross_margin: '60.00',
  channel_fees: '0.00',
  payment_fees: '2.00',
  transport: '8.00',
  handling: '0.00',
  order_margin: '50.00',
  agents: '0.00',
  media: '0.00',
  contribution: '50.00',
  people: '30.00',
  fixed: '40.00',
  result: '-20.00',
} as Statement;

describe('the lines of the statement', () => {
  it('lead from what buyers pay to the result, without what is nothing', () => {
    expect(linesOf(statement).map(({ id }) => id)).toEqual([
      'payable',
      'vat',
      'net_revenue',
      'goods',
      'gross_margin',
      'payment_fees',
      'transport',
      'order_margin',
      'people',
      'fixed',
      'result',
    ]);
  });
  it('each begin where the one before ended', () => {
    const lines = linesOf(statement);
    for (const [index, line] of lines.entries()) {
      if (index === 0) continue;
      if (line.level) expect(line.to).toBe(lines[index - 1]?.to);
      else expect(line.from).toBe(lines[index - 1]?.to);
    }
    expect(scaleOf(lines)).toEqual({ low: -20, high: 121 });
  });
  it('stay where another statement beside them has something', () => {
    const other = { ...statement, media: '5.00' };
    expect(linesOf(statement, [other]).map(({ id }) => id)).toContain('media');
  });
});
