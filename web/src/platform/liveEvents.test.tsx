import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLiveEvents } from './liveEvents';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;

  constructor(readonly address: string) {
    super();
    FakeSource.opened.push(this);
  }

  close() {
    this.readyState = FakeSource.CLOSED;
  }

  tell(events: number) {
    const data = JSON.stringify({ channels: [{ channel: 'web', events, orders: 0 }] });
    this.dispatchEvent(new MessageEvent('second', { data }));
  }

  lose(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  FakeSource.opened = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const started = () => {
  const { result, unmount } = renderHook(useLiveEvents);
  return { rate: () => result.current.get('web'), unmount };
};
const newest = () => FakeSource.opened.at(-1) as FakeSource;

test('nothing comes in while the line is lost', () => {
  const { rate } = started();
  act(() => {
    newest().tell(12);
  });
  expect(rate()).toBe(12);
  act(() => {
    newest().lose(0);
  });
  expect(rate()).toBeUndefined();
  expect(FakeSource.opened).toHaveLength(1);
});

test('a line that was refused is opened again, until nobody listens', () => {
  const { rate, unmount } = started();
  act(() => {
    newest().lose(FakeSource.CLOSED);
    vi.advanceTimersByTime(1_000);
  });
  expect(FakeSource.opened).toHaveLength(2);
  act(() => {
    newest().tell(3);
  });
  expect(rate()).toBe(3);
  newest().lose(FakeSource.CLOSED);
  unmount();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened).toHaveLength(2);
});
