// What this feature asks of the server. Opening a customer stands in the trail, so news of others never asks for it
// again: its key is its own, and so is that of what was said, of which only what is new is asked for.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, paged, queries } from '~/api';
import { transport } from '~/api/transport';
import { useMe } from '~/platform/session';
import { joined, lastOf, type Said } from './said';
import type { Contact, Message, Outcome } from './wire';

const waitingMs = 3_000; // who waits is nobody's in particular, so nobody is told
const beatMostMs = 60_000;
const doneShown = 50;
const readyMs = 60_000;

// Whether somebody handles contacts, and the teams and people there are.
export const useAgents = () => queries.useQuery('get', '/api/v1/contacts/agents', {}, { staleTime: beatMostMs });
export const useTeams = () => queries.useQuery('get', '/api/v1/contacts/teams', {}, { staleTime: beatMostMs });

export function useTeamName(): (id: string) => string {
  const { data: teams } = useTeams();
  return (id) => teams?.items.find((team) => team.id === id)?.name ?? '…';
}

// Locations to which customers come.
export function useStores() {
  const locations = queries.useQuery('get', '/api/v1/stock/locations').data?.items ?? [];
  return locations.filter(({ kind, active }) => active && kind !== 'warehouse' && kind !== 'in_transit');
}

export const deskKey = queries.queryOptions('get', '/api/v1/contacts/desk', {}).queryKey;

// Nothing for whoever is in no team.
export function useDesk() {
  const me = useMe();
  const agents = useAgents();
  const isAgent = agents.data?.items.some(({ user_id: user, active }) => user === me.id && active);
  const query = { enabled: isAgent === true, refetchInterval: waitingMs };
  const desk = queries.useQuery('get', '/api/v1/contacts/desk', {}, query);
  return { agents, isAgent, desk };
}

export const contactKey = (id: string) => ['contact', id] as const;

export const useContact = (id: string) =>
  useQuery({
    queryKey: contactKey(id),
    queryFn: () => data(api.GET('/api/v1/contacts/{id}', { params: { path: { id } } })),
    enabled: id !== '',
    retry: false,
  });

export function useDone() {
  const me = useMe();
  const query = { agent: me.id, limit: doneShown };
  return queries.useQuery('get', '/api/v1/contacts', { params: { query } });
}

export const saidKey = (id: string) => ['said', id] as const;

async function behind(id: string, number: number): Promise<Said[]> {
  const found: Said[] = [];
  for (let after: number | null = number; after !== null; ) {
    const query: { after: number } = { after };
    const page = await data(api.GET('/api/v1/contacts/{id}/messages', { params: { path: { id }, query } }));
    found.push(...page.items);
    after = page.next ? Number(page.next) : null;
  }
  return found;
}

// What is there stays; what is behind it is asked for.
const askBehind = async (cache: QueryClient, id: string): Promise<readonly Said[]> => {
  const had = () => cache.getQueryData<readonly Said[]>(saidKey(id)) ?? [];
  const more = await behind(id, lastOf(had()));
  return joined(had(), more);
};

export function useSaid(id: string) {
  const cache = useQueryClient();
  return useQuery({ queryKey: saidKey(id), queryFn: () => askBehind(cache, id), enabled: id !== '' });
}

// All of them at once: they are searched while somebody types.
export const useReady = (id: string, enabled: boolean) =>
  queries.useQuery(
    'get',
    '/api/v1/contacts/{id}/answers',
    { params: { path: { id } } },
    { enabled, staleTime: readyMs },
  );

export const say = (id: string, body: { client_id: string; text: string }) =>
  data(api.POST('/api/v1/contacts/{id}/messages', { params: { path: { id } }, body }));

export const fileAddress = (id: string, number: number) => `/api/v1/contacts/${id}/files/${String(number)}`;

export async function sendFile(id: string, clientId: string, file: File): Promise<Message> {
  const query = new URLSearchParams({ client_id: clientId, name: file.name }).toString();
  const request = new Request(`${window.location.origin}/api/v1/contacts/${id}/files?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await transport(request)).json() as Promise<Message>;
}

// Kept nowhere: when it does not arrive, so be it.
export function signal(id: string, body: { signal: 'typing' | 'read'; data?: string }): void {
  api.POST('/api/v1/contacts/{id}/signals', { params: { path: { id } }, body }).catch(() => undefined);
}

const of = (id: string) => ({ params: { path: { id } } });

export const acts = {
  accept: (id: string) => data(api.POST('/api/v1/contacts/{id}/accept', of(id))),
  decline: (id: string) => data(api.POST('/api/v1/contacts/{id}/decline', of(id))),
  pick: (id: string) => data(api.POST('/api/v1/contacts/{id}/pick', of(id))),
  finish: (id: string) => data(api.POST('/api/v1/contacts/{id}/finish', of(id))),
};

export const wrapUp = (id: string, outcome: Outcome, order: string, note: string) =>
  data(
    api.POST('/api/v1/contacts/{id}/wrap-up', {
      ...of(id),
      body: { outcome, ...(order ? { order_reference: order } : {}), ...(note ? { note } : {}) },
    }),
  );

export const handOn = (id: string, to: { team?: string; agent?: string; note?: string }) =>
  data(api.POST('/api/v1/contacts/{id}/hand-on', { ...of(id), body: to }));

export const mailTranscript = (id: string, address: string) =>
  data(api.POST('/api/v1/contacts/{id}/transcript', { ...of(id), body: { address } }));

export interface TakenDown {
  kind: 'call' | 'store_request';
  code: string;
  phone: string;
  name: string;
  question: string;
}

export const takeDown = ({ kind, ...texts }: TakenDown) =>
  data(
    api.POST('/api/v1/contacts/by-hand', {
      body: { kind, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) },
    }),
  );

// ---- The customer

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: ['profile', id],
    queryFn: () => data(api.GET('/api/v1/customers/{id}', of(id))),
    staleTime: Infinity,
    enabled: id !== '',
    retry: false,
  });

const timelineOldMs = 10_000; // it grows while one talks

export const useTimeline = (id: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/customers/{id}/timeline',
    { params: { path: { id }, query: { limit: 30 } } },
    { ...paged, staleTime: timelineOldMs, refetchInterval: timelineOldMs },
  );

// What to propose to whom somebody talks with. Asked once for a conversation: each time is a decision that is kept.
export const useStep = (contact: string, enabled: boolean) =>
  useQuery({
    queryKey: ['step', contact],
    queryFn: () => data(api.POST('/api/v1/decisions/steps', { body: { contact } })),
    staleTime: Infinity,
    enabled,
    retry: false,
  });

export const answerStep = (id: string, { id: contact, caller }: Contact, answer: 'accepted' | 'dismissed') => {
  const { name, email, phone } = caller;
  const said = Object.fromEntries(Object.entries({ name, email, phone }).filter(([, text]) => text));
  return data(api.POST('/api/v1/decisions/steps/{id}/answer', { ...of(id), body: { contact, answer, ...said } }));
};

const ordersShown = 20;
const stockShown = 5;

export const useOrdersOf = (customer: string) =>
  queries.useQuery('get', '/api/v1/orders', { params: { query: { customer, limit: ordersShown } } });

export const useSegments = () => queries.useQuery('get', '/api/v1/segments');

// All that shows contacts is asked again.
export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === 'contact' || String(queryKey[1]).startsWith('/api/v1/contacts'),
    });
}

export const useStock = (search: string) =>
  queries.useQuery(
    'get',
    '/api/v1/stock/matrix',
    { params: { query: { search, limit: stockShown } } },
    { enabled: search !== '' },
  );
