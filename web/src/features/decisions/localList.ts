// A list that is whole in the browser, searched, filtered and sorted there as a server would.
import type { Filter, GridView } from '~/ui/grid/types';

export interface Reading<Row> {
  // What is searched.
  words: (row: Row) => readonly string[];
  // What a filter compares, by column.
  values: Readonly<Record<string, (row: Row) => readonly string[]>>;
  // What a column is sorted by.
  order: Readonly<Record<string, (row: Row) => string | number>>;
}

const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const found = (words: readonly string[], search: string): boolean => {
  const text = bare(words.join(' '));
  return bare(search)
    .split(/\s+/)
    .every((part) => text.includes(part));
};

function passes<Row>(row: Row, { column, not, values }: Filter, reading: Reading<Row>): boolean {
  const own = reading.values[column]?.(row);
  return !own || values.length === 0 || values.some((value) => own.includes(value)) !== not;
}

export function chosen<Row>(
  rows: readonly Row[],
  { search, filters, sort }: Pick<GridView, 'search' | 'filters' | 'sort'>,
  reading: Reading<Row>,
  compare: (a: string, b: string) => number,
): Row[] {
  const kept = rows.filter(
    (row) =>
      found(reading.words(row), search) && filters.every((filter) => passes(row, filter, reading)),
  );
  const key = sort && reading.order[sort.column];
  if (!key) return kept;
  const turn = sort.descending ? -1 : 1;
  return kept.sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compare(String(one), String(other));
    return order * turn;
  });
}
