import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage, startTexts } from '~/texts';
import { UiProvider } from '../UiProvider';
import { Grid } from './Grid';
import type { Column, EditRequest, GridView } from './types';
import { startView } from './view';

interface Line {
  id: string;
  name: string;
  cost: string;
}

const columns: Column<Line>[] = [
  { id: 'name', title: 'Name', width: 200, primary: true, text: (line) => line.name },
  {
    id: 'cost',
    title: 'Cost',
    width: 120,
    align: 'end',
    sortable: true,
    text: (line) => line.cost,
    edit: { kind: 'money', value: (line) => line.cost },
  },
];

const lines: Line[] = Array.from({ length: 60 }, (_, index) => ({
  id: `l${index}`,
  name: `Line ${index}`,
  cost: `${index}.00`,
}));

const onEdit = vi.fn<(edits: readonly EditRequest<Line>[]) => Promise<string | null>>();
const onOpen = vi.fn<(line: Line) => void>();
const onView = vi.fn<(view: GridView) => void>();

function Screen() {
  const [view, setView] = useState(startView(columns));
  return (
    <UiProvider>
      <Grid
        label="Lines"
        columns={columns}
        source={{
          rows: lines,
          total: 60,
          status: 'ready',
          hasMore: false,
          loadMore: vi.fn(),
          retry: vi.fn(),
        }}
        rowId={(line) => line.id}
        view={view}
        onView={(next) => {
          onView(next);
          setView(next);
        }}
        onOpen={onOpen}
        onEdit={onEdit}
        selectionActions={() => []}
        count="60 lines"
        empty={null}
      />
    </UiProvider>
  );
}

beforeAll(async () => {
  // jsdom has no layout; the window of rows needs a height.
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, value: 600 },
    clientWidth: { configurable: true, value: 900 },
  });
  await startTexts();
  await setLanguage('nl');
});

beforeEach(() => {
  vi.clearAllMocks();
  onEdit.mockResolvedValue(null);
  HTMLElement.prototype.scrollTo = () => undefined;
  render(<Screen />);
});

const grid = () => screen.getByRole('grid', { name: 'Lines' });
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(grid(), { key });
};

test('draws only the rows in sight, and says how many there are', () => {
  expect(grid().getAttribute('aria-rowcount')).toBe('61');
  const rows = screen.getAllByRole('row');
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThan(40);
});

test('Enter opens on the name and edits elsewhere', () => {
  press('ArrowDown', 'Enter');
  expect(onOpen).toHaveBeenCalledWith(lines[1]);
  press('ArrowRight', 'Enter');
  expect(screen.getByRole('textbox', { name: 'Cost' })).toBe(document.activeElement);
});

test('reads a decimal comma and goes down after Enter', () => {
  press('ArrowRight', 'F2');
  const editor = screen.getByRole('textbox', { name: 'Cost' });
  fireEvent.change(editor, { target: { value: '1.250,50' } });
  fireEvent.keyDown(editor, { key: 'Enter' });
  expect(onEdit).toHaveBeenCalledWith([{ row: lines[0], column: 'cost', value: '1250.50' }]);
  expect(grid()).toBe(document.activeElement);
  press('Enter');
  expect(screen.getByRole('textbox', { name: 'Cost' })).toHaveProperty('value', '1,00');
});

test('keeps what cannot be read and says why', () => {
  press('ArrowRight', 'Enter');
  const editor = screen.getByRole('textbox', { name: 'Cost' });
  fireEvent.change(editor, { target: { value: 'veel' } });
  fireEvent.keyDown(editor, { key: 'Enter' });
  expect(onEdit).not.toHaveBeenCalled();
  expect(editor).toHaveProperty('value', 'veel');
  expect(screen.getByRole('alert').textContent).toContain('1.250,50');
  fireEvent.keyDown(editor, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Cost' })).toBeNull();
});

test('puts a refused value back into the editor', async () => {
  onEdit.mockResolvedValue('Te hoog: ten hoogste 900.');
  press('ArrowRight', 'Enter');
  const editor = screen.getByRole('textbox', { name: 'Cost' });
  fireEvent.change(editor, { target: { value: '901' } });
  fireEvent.keyDown(editor, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('Te hoog');
  expect(screen.getByRole('textbox', { name: 'Cost' })).toHaveProperty('value', '901');
});

test('Space ticks, the bar counts, Escape clears', () => {
  press(' ', 'ArrowDown', ' ');
  const bar = screen.getByRole('toolbar');
  expect(within(bar).getByText('2 geselecteerd')).toBeDefined();
  press('Escape');
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('takes cells from a spreadsheet and names those it cannot read', () => {
  press('ArrowRight');
  fireEvent.paste(grid(), { clipboardData: { getData: () => '12,50\nabc\n1.000' } });
  expect(onEdit).toHaveBeenCalledWith([
    { row: lines[0], column: 'cost', value: '12.50' },
    { row: lines[2], column: 'cost', value: '1000' },
  ]);
  expect(screen.getByRole('alert').textContent).toContain('Rij 2, Cost: “abc”');
});

test('copies a range as a spreadsheet takes it', () => {
  fireEvent.keyDown(grid(), { key: 'ArrowDown', shiftKey: true });
  fireEvent.keyDown(grid(), { key: 'ArrowRight', shiftKey: true });
  const setData = vi.fn();
  fireEvent.copy(grid(), { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith('text/plain', 'Line 0\t0.00\nLine 1\t1.00');
});

test('a head sorts and says so', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Cost' }));
  expect(onView.mock.lastCall?.[0].sort).toEqual({ column: 'cost', descending: false });
  expect(screen.getByRole('columnheader', { name: 'Cost' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
});
