// Short messages at the bottom of the screen. An edit that went through offers to be undone for eight
// seconds, work that ended behind another screen to be opened; an error stays until it is read.
import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  undo?: (() => void) | undefined;
  open?: (() => void) | undefined;
}

export const toastMs = 8000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((tell) => {
    tell();
  });
}

export function showToast(
  text: string,
  { tone = 'plain', ...does }: Partial<Pick<Toast, 'undo' | 'open' | 'tone'>> = {},
): void {
  const toast: Toast = { id: nextId++, text, tone, ...does };
  set([...toasts.slice(-2), toast]);
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

// Undoes the newest edit that can be undone; false when there is none.
export function undoLast(): boolean {
  const last = toasts.findLast((toast) => toast.undo);
  if (!last) return false;
  dismissToast(last.id);
  last.undo?.();
  return true;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => toasts,
  );
}
