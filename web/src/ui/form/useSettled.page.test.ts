import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettled } from './useSettled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed settles once nothing is typed for a moment', () => {
  const { result, rerender } = renderHook(({ text }) => useSettled(text, 300), {
    initialProps: { text: '' },
  });
  for (const text of ['v', 'va', 'van']) {
    rerender({ text });
    act(() => vi.advanceTimersByTime(200));
  }
  expect(result.current).toBe('');
  act(() => vi.advanceTimersByTime(100));
  expect(result.current).toBe('van');
});
