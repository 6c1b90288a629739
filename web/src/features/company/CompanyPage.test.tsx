import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { queries } from '~/api';
import { asked } from '~/platform/clash';
import { setWho, type Me } from '~/platform/session';
import { startTexts, textsOf } from '~/texts';
import { UiProvider } from '~/ui/UiProvider';
import { CompanyPage } from './CompanyPage';

const old = { name: 'Van Dalen', zone: 'Europe/Amsterdam', currency: 'EUR', language: 'nl' };
let kept: { version: number; company: typeof old };
let finish: (() => void) | undefined;
let isSlow = false;

const encoder = new TextEncoder();

// The server: whole answers, or one whose head is there while its body is still on its way.
function answer(status: number): Response {
  const body = new ReadableStream<Uint8Array>({
    start(line) {
      const rest = () => {
        line.enqueue(encoder.encode(JSON.stringify(kept.company)));
        line.close();
      };
      if (isSlow) finish = rest;
      else rest();
      isSlow = false;
    },
  });
  return new Response(body, { status, headers: { ETag: `"${String(kept.version)}"` } });
}

async function serve(request: Request): Promise<Response> {
  if (request.method === 'GET') return answer(200);
  if (request.headers.get('If-Match') !== `"${String(kept.version)}"`) return answer(412);
  kept = { version: kept.version + 1, company: (await request.json()) as typeof old };
  return answer(200);
}

beforeAll(async () => {
  vi.stubGlobal('fetch', serve);
  await Promise.all([startTexts(), textsOf('company')]);
});
beforeEach(() => {
  kept = { version: 1, company: old };
  asked.set([]);
});

function open(): QueryClient {
  const cache = new QueryClient();
  setWho(cache, { roles: ['admin'] } as unknown as Me);
  const history = createMemoryHistory();
  const router = createRouter({ routeTree: createRootRoute({ component: CompanyPage }), history });
  render(
    <UiProvider>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>,
  );
  return cache;
}

const nameField = () => screen.findByLabelText<HTMLInputElement>('Naam');

async function leaveWith(name: string): Promise<void> {
  const field = await nameField();
  fireEvent.change(field, { target: { value: name } });
  fireEvent.blur(field);
}

test('what somebody else saved is not overwritten unasked while it is still on its way here', async () => {
  const cache = open();
  await nameField();
  kept = { version: 2, company: { ...old, name: 'Van een ander' } };
  isSlow = true;
  void cache.invalidateQueries({ queryKey: queries.queryOptions('get', '/api/v1/company').queryKey });
  await waitFor(() => {
    expect(finish).toBeDefined();
  });
  await leaveWith('Van mij');
  await waitFor(() => {
    expect(asked.get().map(({ mine, theirs }) => [mine, theirs])).toEqual([['Van mij', 'Van een ander']]);
  });
  asked.get()[0]?.answer(false);
  expect(kept.company.name).toBe('Van een ander');
});

test('what somebody else made of another field stays', async () => {
  open();
  await nameField();
  kept = { version: 2, company: { ...old, currency: 'USD' } };
  await leaveWith('Van mij');
  await waitFor(() => {
    expect(kept.company).toEqual({ ...old, name: 'Van mij', currency: 'USD' });
  });
  expect(asked.get()).toEqual([]);
});
