import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onSessionLost } from './session';
import { transport, waiting } from './transport';

const address = 'https://sluis.example/api/v1/things';
const request = (method: string, url = address) =>
  new Request(url, method === 'GET' ? {} : { method, body: '{}' });
const answer = (status: number, body = '{}', headers = {}) => new Response(body, { status, headers });

let sent: Request[];
let answers: (() => Response)[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  vi.stubGlobal('fetch', (each: Request) => {
    sent.push(each);
    const next = answers.shift();
    return next ? Promise.resolve(next()) : Promise.reject(new TypeError('no line'));
  });
});
afterEach(() => {
  onSessionLost(null);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const down = () => {
  throw new TypeError('no line');
};

test('a command that met no line goes again with the same key, and counts as waiting', async () => {
  answers = [down, down, () => answer(201)];
  const going = transport(request('POST'));
  await vi.advanceTimersByTimeAsync(100);
  expect(waiting.count()).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await going).status).toBe(201);
  expect(waiting.count()).toBe(0);
  const keys = sent.map((each) => each.headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toBeTruthy();
});

test('a read that meets no line says so at once', async () => {
  answers = [];
  await expect(transport(request('GET'))).rejects.toMatchObject({ code: 'offline', status: 0 });
});

test('an ended session is renewed once for all, and the requests go again', async () => {
  let renewed = 0;
  onSessionLost(() => {
    renewed += 1;
    return Promise.resolve();
  });
  answers = [() => answer(401), () => answer(401), () => answer(200), () => answer(200)];
  const both = await Promise.all([transport(request('GET')), transport(request('PATCH'))]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(renewed).toBe(1);
});

test('a wrong password is no lost session', async () => {
  onSessionLost(() => Promise.reject(new Error('not asked for')));
  answers = [() => answer(401, '{"code":"sign_in_wrong"}')];
  const signIn = request('POST', 'https://sluis.example/api/v1/access/session');
  await expect(transport(signIn)).rejects.toMatchObject({ code: 'sign_in_wrong' });
});
