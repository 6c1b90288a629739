// Which columns are shown, in which order and how wide: TanStack's column model, driven by the view.
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, GridView } from './types';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

export interface ShownColumn<Row> {
  column: Column<Row>;
  width: number;
}

const noRows: never[] = [];
const smallest = 64;
const largest = 640;

export function useColumns<Row>(
  columns: readonly Column<Row>[],
  view: GridView,
): ShownColumn<Row>[] {
  const definitions = useMemo(
    () =>
      columns.map(({ id, width }) => ({ id, size: width, minSize: smallest, maxSize: largest })),
    [columns],
  );
  const state = useMemo(
    () => ({
      columnOrder: [...view.order],
      columnSizing: { ...view.widths },
      columnVisibility: Object.fromEntries(view.hidden.map((id) => [id, false])),
      columnPinning: { start: columns.filter((c) => c.primary).map(({ id }) => id), end: [] },
    }),
    [columns, view.order, view.widths, view.hidden],
  );
  const table = useTable({ features, columns: definitions, data: noRows, state });
  // The same array while nothing about the columns changed, so that memoised rows stay as they are.
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return table.getVisibleLeafColumns().flatMap((shown) => {
      const column = byId.get(shown.id);
      return column ? [{ column, width: shown.getSize() }] : [];
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the table reads `state`
  }, [table, columns, state]);
}

export const clampWidth = (width: number): number =>
  Math.round(Math.max(smallest, Math.min(largest, width)));
