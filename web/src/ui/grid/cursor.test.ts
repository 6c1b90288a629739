import { describe, expect, it } from 'vitest';
import { at, move, rangeOf } from './cursor';

const bounds = { rows: 100, columns: 5, page: 20 };
const press = (key: string, extra: { shift?: boolean; mod?: boolean } = {}) => ({
  key,
  shift: extra.shift ?? false,
  mod: extra.mod ?? false,
});

describe('move', () => {
  it.each([
    ['ArrowDown', {}, 11, 2],
    ['ArrowUp', {}, 9, 2],
    ['ArrowLeft', {}, 10, 1],
    ['ArrowRight', {}, 10, 3],
    ['PageDown', {}, 30, 2],
    ['PageUp', {}, 0, 2],
    ['Home', {}, 10, 0],
    ['End', {}, 10, 4],
    ['Home', { mod: true }, 0, 0],
    ['End', { mod: true }, 99, 4],
  ])('%s %o goes to row %i, column %i', (key, extra, row, column) => {
    expect(move(at(10, 2), press(key, extra), bounds)).toMatchObject({ row, column });
  });

  it('stays inside the grid', () => {
    expect(move(at(99, 4), press('ArrowDown'), bounds)).toMatchObject({ row: 99, column: 4 });
    expect(move(at(0, 0), press('ArrowLeft'), bounds)).toMatchObject({ row: 0, column: 0 });
    expect(move(at(0, 0), press('ArrowDown'), { ...bounds, rows: 0 })).toBeUndefined();
  });

  it('leaves other keys alone', () => {
    expect(move(at(0, 0), press('a'), bounds)).toBeUndefined();
  });

  it('stretches a range with Shift, in any direction', () => {
    const up = move(at(10, 2), press('ArrowUp', { shift: true }), bounds) ?? at(0, 0);
    const corner = move(up, press('ArrowLeft', { shift: true }), bounds) ?? at(0, 0);
    expect(rangeOf(corner)).toEqual({ fromRow: 9, toRow: 10, fromColumn: 1, toColumn: 2 });
  });
});
