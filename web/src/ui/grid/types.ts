// What a screen tells the grid of its rows. A screen describes columns once; the table, the phone
// layout, copying, pasting and editing all follow from the description.
import type { ReactNode } from 'react';
import type { Option } from '../form/Select';
import type { Waiting } from './FreshButton';

export type CellKind = 'text' | 'number' | 'money' | 'day' | 'choice';

export interface CellEdit<Row> {
  kind: CellKind;
  // Money needs the currency of its row.
  currency?: (row: Row) => string;
  options?: readonly Option[];
  // The value as the editor starts with it: a decimal, an ISO day, the id of a choice or words.
  value: (row: Row) => string;
  // Why this value cannot be, in the reader's language; undefined when it can.
  check?: (value: string) => string | undefined;
}

export interface Column<Row> {
  id: string;
  title: string;
  width: number;
  // The words of the cell: copied, spoken, and shown when there is no `cell`.
  text: (row: Row) => string;
  cell?: (row: Row) => ReactNode;
  align?: 'end';
  sortable?: boolean;
  // The first column, which stays in sight and opens the record.
  primary?: boolean;
  hidden?: boolean;
  edit?: CellEdit<Row>;
  // Where it stands in the two lines of a phone; absent: not shown there.
  phone?: 'title' | 'line' | 'value' | 'tag';
}

export interface Sort {
  column: string;
  descending: boolean;
}

export interface Filter {
  column: string;
  not: boolean;
  values: readonly string[];
}

export interface FilterField {
  column: string;
  title: string;
  // The server takes one value of this field, and no exclusion.
  single?: boolean;
  options: readonly Option[];
}

export type Density = 'compact' | 'normal' | 'roomy';

export const rowHeights: Record<Density, number> = { compact: 32, normal: 38, roomy: 44 };

// How a person wants to see the rows. A saved view is one of these with a name.
export interface GridView {
  search: string;
  filters: readonly Filter[];
  sort: Sort | null;
  density: Density;
  order: readonly string[];
  hidden: readonly string[];
  widths: Readonly<Record<string, number>>;
}

export interface SavedView<View = GridView> {
  id: string;
  name: string;
  shared: boolean;
  mine: boolean;
  view: View;
  count?: string | undefined;
}

// Rows come in pages, in the order of the server.
export interface GridSource<Row> {
  rows: readonly Row[];
  // Of all rows that match, when the server told.
  total: number | undefined;
  status: 'loading' | 'ready' | 'error';
  error?: string | undefined;
  hasMore: boolean;
  loadMore: () => void;
  retry: () => void;
  // What others changed and the person has not asked to see yet.
  waiting?: Waiting;
}

export interface EditRequest<Row> {
  row: Row;
  column: string;
  value: string;
}

// Shows the edits at once and sends them; the answer is why they were refused, or null. One edit comes from
// a cell, several from pasting.
export type SaveEdits<Row> = (edits: readonly EditRequest<Row>[]) => Promise<string | null>;
