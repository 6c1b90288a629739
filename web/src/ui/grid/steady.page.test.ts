import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Incoming, useSteadyRows } from './steady';

interface Row {
  id: string;
  value: number;
}

const idOf = ({ id }: Row) => id;
const rows = (text: string, value = 0): Row[] => [...text].map((id) => ({ id, value }));
const incoming = (text: string, more: Partial<Incoming<Row>> = {}): Incoming<Row> => ({
  epoch: 'all',
  reading: false,
  rows: rows(text),
  pages: 1,
  ...more,
});

function screen(first: Incoming<Row>) {
  const { result, rerender } = renderHook((next: Incoming<Row>) => useSteadyRows(next, idOf), {
    initialProps: first,
  });
  return {
    come: rerender,
    renew: () => {
      act(() => {
        result.current.renew();
      });
    },
    now: () => ({
      ids: result.current.rows.map(idOf).join(''),
      values: result.current.rows.map(({ value }) => value),
      fresh: result.current.fresh,
      moved: result.current.moved,
    }),
  };
}

describe('rows that others change', () => {
  it('renews values in place', () => {
    const { come, now } = screen(incoming('abc'));
    come(incoming('', { rows: rows('abc', 7) }));
    expect(now()).toEqual({ ids: 'abc', values: [7, 7, 7], fresh: 0, moved: false });
  });

  it('lets new rows wait until they are asked for', () => {
    const { come, now, renew } = screen(incoming('bd'));
    come(incoming('abcd'));
    expect(now()).toMatchObject({ ids: 'bd', fresh: 2, moved: false });
    renew();
    expect(now()).toMatchObject({ ids: 'abcd', fresh: 0, moved: false });
  });

  it('keeps what went and what moved in its place, and says so', () => {
    const { come, now, renew } = screen(incoming('abc'));
    come(incoming('ca'));
    expect(now()).toMatchObject({ ids: 'abc', fresh: 0, moved: true });
    renew();
    expect(now()).toMatchObject({ ids: 'ca', moved: false });
  });

  it('forgets a row that came and went again', () => {
    const { come, now } = screen(incoming('ab'));
    come(incoming('abc'));
    come(incoming('ab'));
    expect(now()).toMatchObject({ ids: 'ab', fresh: 0, moved: false });
  });

  it('shows a further page at the end, and nothing else', () => {
    const { come, now } = screen(incoming('ac'));
    come(incoming('abcde', { pages: 2 }));
    expect(now()).toMatchObject({ ids: 'acde', fresh: 1, moved: false });
  });

  it('begins anew with another filter, and shows all that is read for it', () => {
    const { come, now } = screen(incoming('abc'));
    come(incoming('abc', { epoch: 'live', reading: true }));
    come(incoming('xy', { epoch: 'live' }));
    expect(now()).toMatchObject({ ids: 'xy', fresh: 0, moved: false });
    come(incoming('xyz', { epoch: 'live' }));
    expect(now()).toMatchObject({ ids: 'xy', fresh: 1 });
  });

  it('shows the first row of an empty screen', () => {
    const { come, now } = screen(incoming(''));
    come(incoming('a'));
    expect(now()).toMatchObject({ ids: 'a', fresh: 0 });
  });
});
