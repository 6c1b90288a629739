import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage, startTexts } from '~/texts';
import { UiProvider } from '../UiProvider';
import { showToast, toastMs } from './toasts';

beforeAll(async () => {
  await startTexts();
  await setLanguage('en');
});
beforeEach(() => {
  vi.useFakeTimers();
  render(<UiProvider>{null}</UiProvider>);
});
afterEach(() => {
  act(() => vi.advanceTimersByTime(toastMs));
  vi.useRealTimers();
});

const show = (...toast: Parameters<typeof showToast>) => {
  act(() => {
    showToast(...toast);
  });
};

test('a message goes after a while', () => {
  show('Saved');
  expect(screen.getByText('Saved')).toBeDefined();
  act(() => vi.advanceTimersByTime(toastMs));
  expect(screen.queryByText('Saved')).toBeNull();
});

test('an error stays until it is closed', () => {
  show('Not saved', { tone: 'bad' });
  act(() => vi.advanceTimersByTime(toastMs * 10));
  expect(screen.getByRole('alert').textContent).toBe('Not saved');
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what ended elsewhere is opened from its message', () => {
  const open = vi.fn();
  show('Sent', { open });
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(open).toHaveBeenCalledOnce();
  expect(screen.queryByText('Sent')).toBeNull();
});

test('Ctrl-Z undoes the newest edit, but not while typing', () => {
  const older = vi.fn();
  const newer = vi.fn();
  show('One changed', { undo: older });
  show('Two changed', { undo: newer });
  const input = document.body.appendChild(document.createElement('input'));
  fireEvent.keyDown(input, { key: 'z', ctrlKey: true });
  expect(newer).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(newer).toHaveBeenCalledOnce();
  expect(older).not.toHaveBeenCalled();
  expect(screen.queryByText('Two changed')).toBeNull();
});
