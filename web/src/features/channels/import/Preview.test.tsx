import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { setLanguage, startTexts, textsOf } from '~/texts';
import { UiProvider } from '~/ui/UiProvider';
import type { Import } from '../wire';
import { Preview } from './Preview';
import { shownValue } from './shownValue';

beforeAll(async () => {
  await Promise.all([startTexts(), textsOf('channels')]);
  await setLanguage('en');
  await i18next.loadNamespaces('channels');
});

const nothing: Import = { added: 0, changed: 0, unchanged: 2, channels: [], problems: [] };

const show = (found: Import) =>
  render(
    <UiProvider>
      <Preview found={found} wordsOf={(_, value) => shownValue(value)} />
    </UiProvider>,
  );

test('shows per channel and field what would change', () => {
  show({
    ...nothing,
    added: 1,
    changed: 1,
    channels: [
      {
        line: 2,
        code: 'shop',
        name: 'Shop',
        outcome: 'changed',
        changes: [{ field: 'reach', before: 8000, after: 9500 }],
      },
      { line: 3, code: 'pop', name: 'Pop-up', outcome: 'added', changes: [] },
      { line: 4, code: 'app', name: 'App', outcome: 'unchanged', changes: [] },
    ],
  });
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['ShopReach a month80009500', 'Pop-upNew']);
  screen.getByText('1 new · 1 changed · 2 stay as they are');
});

test('names each problem by its line and column, and shows no changes beside them', () => {
  show({
    ...nothing,
    changed: 1,
    channels: [{ line: 2, code: 'shop', name: 'Shop', outcome: 'changed', changes: [] }],
    problems: [{ pointer: '/lines/12/amount', code: 'type', message: 'Must be an amount.' }],
  });
  expect(screen.getByRole('listitem').textContent).toBe('Line 12, amount: Must be an amount.');
  expect(screen.queryByRole('table')).toBeNull();
});

test('says so when a file changes nothing', () => {
  show(nothing);
  expect(screen.getByRole('status').textContent).toContain('Nothing changes');
});
