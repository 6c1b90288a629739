// Keys: 'g c' one after the other, 'mod+k' together, one key alone. Single letters keep out of text
// fields, and a sequence waits a while, so that slow typing works as well as fast.
import { isTyping } from '~/ui/text/typing';
import type { Action } from './actions';

export const sequenceMs = 1_200;
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

// The name of a pressed key: 'c', '?', 'mod+k', 'alt+ArrowUp'.
export function nameOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  const letter = event.key.length === 1;
  // With Alt a Mac types another letter: what counts is the key that was pressed.
  const typed = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  if (event.shiftKey && !letter) parts.push('shift');
  parts.push(letter && parts.length > 0 ? typed.toLowerCase() : typed);
  return parts.join('+');
}

const names = (): Readonly<Record<string, string>> => ({
  mod: isMac() ? '⌘' : 'Ctrl',
  alt: isMac() ? '⌥' : 'Alt',
  ArrowDown: '↓',
  ArrowUp: '↑',
});

// For people: '⌘K', 'Ctrl K', 'G C'.
export function shownKeys(keys: string): string[] {
  return keys.split(' ').map((key) =>
    key
      .split('+')
      .map((part) => names()[part] ?? (part.length === 1 ? part.toUpperCase() : part))
      .join(isMac() ? '' : ' '),
  );
}

const actionOf = (actions: readonly Action[], keys: string) =>
  actions.find((action) => action.keys === keys || action.alsoKeys === keys);

const dialogIsOpen = () => document.querySelector('[aria-modal="true"], dialog[open]') !== null;

// Listens to the keys of the actions that `known` gives at that moment.
export function listenToKeys(known: () => readonly Action[]): () => void {
  let pressed: { keys: string; at: number } | null = null;

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    const name = nameOf(event);
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (alone && (isTyping(event.target) || dialogIsOpen())) return;

    const before = pressed && event.timeStamp - pressed.at < sequenceMs ? `${pressed.keys} ` : '';
    pressed = null;
    const actions = known();
    const found = actionOf(actions, before + name) ?? actionOf(actions, name);
    if (found) {
      event.preventDefault();
      found.run();
    } else if (alone && actions.some((action) => action.keys?.startsWith(`${before}${name} `))) {
      pressed = { keys: before + name, at: event.timeStamp };
    }
  };

  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('keydown', onKey);
  };
}
