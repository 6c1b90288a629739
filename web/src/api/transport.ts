// How a request travels: in the reader's language, again when the line dropped on the way, and again
// after signing in when the session had ended. Commands carry an Idempotency-Key, so that a second
// try is never a second effect.
import { currentLanguage } from '~/texts';
import { noConnection, Problem, problemIn } from './problem';
import { renewals, waitForSignIn } from './session';

// A write waits this long, in all, for the line to come back; a read is asked again by its query.
const pausesMs = [400, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

let waitingWrites = 0;
const watchers = new Set<() => void>();

function wait(more: 1 | -1): void {
  waitingWrites += more;
  watchers.forEach((changed) => {
    changed();
  });
}

// How many edits wait for the line, for the connection bar.
export const waiting = {
  count: () => waitingWrites,
  watch: (changed: () => void) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  },
};

// After a while, or as soon as the browser says that it is online again.
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}

const isWrite = (request: Request) => request.method !== 'GET';
const isSignIn = (request: Request) => /\/access\/(session|setup|password)$/.test(request.url);

async function sendOnce(request: Request): Promise<Response> {
  try {
    return await fetch(request.clone());
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw noConnection();
  }
}

const isOffline = (error: unknown) => error instanceof Problem && error.code === 'offline';

// Again and again while there is no line, for edits: what was typed waits until it can be sent.
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOffline(error)) throw error;
  }
  wait(1);
  try {
    for (const ms of pausesMs) {
      await pause(ms);
      try {
        return await work();
      } catch (error) {
        if (!isOffline(error)) throw error;
      }
    }
  } finally {
    wait(-1);
  }
  throw noConnection();
}

const send = (request: Request) =>
  isWrite(request) && !isSignIn(request)
    ? patiently(() => sendOnce(request))
    : sendOnce(request);

export async function transport(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  }
  for (;;) {
    const since = renewals();
    const response = await send(request);
    if (response.ok) return response;
    const signedIn = response.status === 401 && !isSignIn(request) ? waitForSignIn(since) : null;
    if (!signedIn) throw await problemIn(response);
    await signedIn;
  }
}
