// A tab that stays open while the server is upgraded: notices, and asks to reload. It never reloads by
// itself, so an edit that is being typed is never lost.
import { createStore } from '~/platform/store';

export const stale = createStore(false);

const ownScript = () =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');

// Whether the server hands out another app than the one that runs here.
export async function lookForNewVersion(): Promise<void> {
  const script = ownScript();
  if (!script || stale.get()) return;
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    if (answer.ok && !(await answer.text()).includes(script)) stale.set(true);
  } catch {
    // No answer says nothing about the version.
  }
}

// Each part of the app has the hash of its contents in its name: after an upgrade it is gone.
export const isStaleChunk = (error: unknown) =>
  error instanceof Error && /dynamically imported module|preload CSS/i.test(error.message);
