import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { startTexts } from '~/texts';
import { UiProvider } from '~/ui/UiProvider';
import { SavedChoices, SavedNumber, SavedText } from './SavedField';

beforeAll(startTexts);

const shown = (field: ReactElement) => <UiProvider>{field}</UiProvider>;
const saved = () =>
  vi.fn<(value: unknown, from: unknown) => Promise<null>>(() => Promise.resolve(null));
const input = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

test('words that somebody else changes meanwhile are neither lost nor overwritten', async () => {
  const onSave = saved();
  const field = (value: string) => shown(<SavedText label="Doel" value={value} onSave={onSave} />);
  const { rerender } = render(field('oud'));
  fireEvent.change(input('Doel'), { target: { value: 'van mij' } });
  rerender(field('van een ander'));
  expect(input('Doel').value).toBe('van mij');
  fireEvent.blur(input('Doel'));
  await waitFor(() => {
    expect(onSave).toHaveBeenCalledWith('van mij', 'oud');
  });
});

test('Esc puts back what is there, and saves nothing', () => {
  const onSave = saved();
  render(shown(<SavedText label="Doel" lines={2} value="oud" onSave={onSave} />));
  const field = input('Doel');
  field.focus();
  fireEvent.change(field, { target: { value: 'half' } });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(field.value).toBe('oud');
  expect(onSave).not.toHaveBeenCalled();
});

test('a half-typed number stays when another value comes in', async () => {
  const onSave = saved();
  const field = (value: string) => shown(<SavedNumber label="Bereik" value={value} onSave={onSave} />);
  const { rerender } = render(field('100'));
  fireEvent.focus(input('Bereik'));
  fireEvent.change(input('Bereik'), { target: { value: '25' } });
  rerender(field('300'));
  expect(input('Bereik').value).toBe('25');
  fireEvent.blur(input('Bereik'));
  await waitFor(() => {
    expect(onSave).toHaveBeenCalledWith('25', '100');
  });
});

test('a number that nobody types in shows what comes in', () => {
  const field = (value: string) => shown(<SavedNumber label="Bereik" value={value} onSave={saved()} />);
  const { rerender } = render(field('100'));
  rerender(field('300'));
  expect(input('Bereik').value).toBe('300');
});

test('choices keep their place when another value comes in', async () => {
  const onSave = saved();
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  const field = (value: string[]) =>
    shown(<SavedChoices label="Fasen" options={options} value={value} onSave={onSave} />);
  const { rerender } = render(field(['a']));
  const before = input('b');
  rerender(field(['a', 'c']));
  expect(input('b')).toBe(before);
  expect(input('c').checked).toBe(true);
  fireEvent.click(input('b'));
  await waitFor(() => {
    expect(onSave).toHaveBeenCalledWith(['a', 'b', 'c'], ['a', 'c']);
  });
});
