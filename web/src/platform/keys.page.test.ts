import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenToKeys } from './keys';

let ran: string[];
let stop: () => void;

const action = (id: string, keys: string) => ({
  id,
  label: () => id,
  group: 'do' as const,
  keys,
  run: () => {
    ran.push(id);
  },
});

beforeEach(() => {
  ran = [];
  const known = [action('channels', 'g c'), action('find', 'mod+k'), action('new', 'c')];
  stop = listenToKeys(() => known);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function press(key: string, more: KeyboardEventInit & { at?: number; on?: Element } = {}) {
  const { at, on = document.body, ...rest } = more;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
  if (at !== undefined) Object.defineProperty(event, 'timeStamp', { value: at });
  on.dispatchEvent(event);
}

test('keys after one another, fast or slow, but not after a long while', () => {
  press('g', { at: 0 });
  press('c', { at: 20 });
  press('g', { at: 5_000 });
  press('c', { at: 6_100 });
  expect(ran).toEqual(['channels', 'channels']);
  press('g', { at: 10_000 });
  press('c', { at: 11_300 });
  expect(ran).toEqual(['channels', 'channels', 'new']);
});

test('single keys keep out of text fields, keys with Ctrl do not', () => {
  const field = document.body.appendChild(document.createElement('input'));
  press('c', { on: field });
  press('k', { on: field, ctrlKey: true });
  expect(ran).toEqual(['find']);
});

test('single keys keep out of open dialogs', () => {
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('aria-modal', 'true');
  press('c');
  expect(ran).toEqual([]);
});
