import { expect, test } from 'vitest';
import { cut, Joiner, packed, pieceMost, unpacked } from './pieces';

const long = 'a'.repeat(pieceMost * 2 + 1);

test('what is packed and cut comes out as it was', async () => {
  const told = JSON.stringify(Array.from({ length: 9_000 }, (_, i) => ({ id: i, text: `Lamp ${String(i * 7919)} €` })));
  const pieces = cut('p1', 0, await packed(told)) ?? [];
  expect(pieces.length).toBeGreaterThan(1);
  const joiner = new Joiner();
  const joined = pieces.map((piece) => joiner.take(piece));
  expect(joined.slice(0, -1).every((one) => one === 'more')).toBe(true);
  const whole = joined.at(-1);
  expect(whole).toMatchObject({ first: true });
  expect(await unpacked((whole as { text: string }).text)).toBe(told);
});

test('a piece that is missed costs the rest of its picture, and a new picture begins it again', () => {
  const joiner = new Joiner();
  const [first = '', second = '', third = ''] = cut('p1', 0, long) ?? [];
  expect([joiner.take(first), joiner.take(third), joiner.take(second)]).toEqual(['more', 'lost', 'lost']);
  expect(joiner.take('p1.1.0.1:bbbb')).toBe('lost');
  expect(joiner.take('p2.0.0.1:cccc')).toEqual({ text: 'cccc', first: true });
  expect(joiner.take('p2.1.0.1:dddd')).toEqual({ text: 'dddd', first: false });
  expect(joiner.take('p2.1.0.1:dddd')).toBe('lost');
});

test('what is no piece is taken for one that was lost, and what is too much is not sent', async () => {
  const joiner = new Joiner();
  for (const piece of ['', 'x', 'p.0.0.999:a', '<b>.0.0.1:a', 'p.0.0.1:<b>']) expect(joiner.take(piece)).toBe('lost');
  expect(cut('p1', 0, 'a'.repeat(pieceMost * 201))).toBeNull();
  await expect(unpacked(await packed('0'.repeat(1_001)), 1_000)).rejects.toThrow('too large');
});
