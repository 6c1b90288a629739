// Leads to the field that mends what is missing.
import type { Need } from '../wire';
import { fieldOf } from '../words';

// To the field itself, or to the first thing in its part of the panel that can be used.
export function goToField(need: Need): void {
  const field = document.getElementById(fieldOf[need]);
  field?.scrollIntoView({ block: 'center' });
  const inside = field?.querySelector<HTMLElement>('button, input, select, textarea');
  (inside ?? field)?.focus({ preventScroll: true });
}
