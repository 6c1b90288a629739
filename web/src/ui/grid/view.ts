// Pure functions over a view: where it starts, whether two are the same, and its short form in the URL.
import type { Column, Density, Filter, GridView, Sort } from './types';

export const plainView: GridView = {
  search: '',
  filters: [],
  sort: null,
  density: 'normal',
  order: [],
  hidden: [],
  widths: {},
};

// The view of a screen before anybody changed it.
export function startView<Row>(columns: readonly Column<Row>[]): GridView {
  return { ...plainView, hidden: columns.filter((column) => column.hidden).map(({ id }) => id) };
}

export function sameView(a: GridView, b: GridView): boolean {
  return canonical(a) === canonical(b);
}

// What a view holds of another program's making is checked: a saved view may be of an older screen.
export function readView(state: unknown, start: GridView): GridView {
  if (typeof state !== 'object' || state === null) return start;
  const found = state as Partial<Record<keyof GridView, unknown>>;
  return {
    search: typeof found.search === 'string' ? found.search : start.search,
    filters: Array.isArray(found.filters) ? found.filters.filter(isFilter) : start.filters,
    sort: isSort(found.sort) ? found.sort : found.sort === null ? null : start.sort,
    density: isDensity(found.density) ? found.density : start.density,
    order: isTexts(found.order) ? found.order : start.order,
    hidden: isTexts(found.hidden) ? found.hidden : start.hidden,
    widths: isWidths(found.widths) ? found.widths : start.widths,
  };
}

// Only what differs from `start`, so that the URL of an untouched screen is bare.
export function viewToUrl(view: GridView, start: GridView): Partial<GridView> {
  const changed = Object.entries(view).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(start[key as keyof GridView]),
  );
  return Object.fromEntries(changed);
}

export function setFilter(view: GridView, filter: Filter): GridView {
  const others = view.filters.filter(({ column }) => column !== filter.column);
  return { ...view, filters: filter.values.length > 0 ? [...others, filter] : others };
}

// No sort, ascending, descending, and round again.
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

const canonical = (view: GridView): string => {
  const widths = Object.entries(view.widths).sort();
  const filters = [...view.filters].sort((a, b) => a.column.localeCompare(b.column));
  const { search, sort, density, order, hidden } = view;
  return JSON.stringify([search, sort, density, order, [...hidden].sort(), widths, filters]);
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string');

const isDensity = (value: unknown): value is Density =>
  value === 'compact' || value === 'normal' || value === 'roomy';

function isSort(value: unknown): value is Sort {
  const sort = value as Partial<Sort> | null | undefined;
  return typeof sort?.column === 'string' && typeof sort.descending === 'boolean';
}

function isFilter(value: unknown): value is Filter {
  const filter = value as Partial<Filter> | null;
  return (
    typeof filter?.column === 'string' && typeof filter.not === 'boolean' && isTexts(filter.values)
  );
}

const isWidths = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((width) => typeof width === 'number');
