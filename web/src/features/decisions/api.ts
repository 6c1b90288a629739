// What this feature asks of the server. Offers and places are few: they are read whole.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, paged, queries, versioned } from '~/api';
import type { OneRecord } from '~/platform/record';
import type {
  By,
  Offer,
  OfferChange,
  OfferDraft,
  Placement,
  PlacementChange,
  PlacementDraft,
  Reason,
  Segment,
  Settings,
  SettingsChange,
  Version,
} from './wire';

const offersAt = '/api/v1/decisions/offers';
const placementsAt = '/api/v1/decisions/placements';
const settingsAt = '/api/v1/decisions/settings';

export const offersKey = queries.queryOptions('get', offersAt).queryKey;
export const placementsKey = queries.queryOptions('get', placementsAt).queryKey;
const settingsKey = queries.queryOptions('get', settingsAt).queryKey;

export const useOffers = () => queries.useQuery('get', offersAt);
export const usePlacements = () => queries.useQuery('get', placementsAt);
export const useSettings = () => queries.useQuery('get', settingsAt);
export const useSegments = () => queries.useQuery('get', '/api/v1/segments');
export const useTeams = () => queries.useQuery('get', '/api/v1/contacts/teams');

const pathOf = (id: string) => ({ path: { id } });
const guarded = (id: string, version: number) => ({ path: { id }, header: ifMatch(version) });

export const readOffer = (id: string): Promise<Offer> =>
  data(api.GET(`${offersAt}/{id}`, { params: pathOf(id) }));
export const addOffer = (body: OfferDraft): Promise<Offer> => data(api.POST(offersAt, { body }));
export const changeOffer = (id: string, version: number, body: OfferChange): Promise<Offer> =>
  data(api.PATCH(`${offersAt}/{id}`, { params: guarded(id, version), body }));

export const readPlacement = (id: string): Promise<Placement> =>
  data(api.GET(`${placementsAt}/{id}`, { params: pathOf(id) }));
export const addPlacement = (body: PlacementDraft): Promise<Placement> =>
  data(api.POST(placementsAt, { body }));
export const changePlacement = (id: string, version: number, body: PlacementChange): Promise<Placement> =>
  data(api.PATCH(`${placementsAt}/{id}`, { params: guarded(id, version), body }));

// All of it but the version, which goes in a header.
function changeOf(settings: Settings): SettingsChange {
  const change: Partial<Settings> = { ...settings };
  delete change.version;
  return change;
}

export const settingsRecord: OneRecord<Settings> = {
  lane: 'decisions',
  shown: settingsKey,
  read: () => versioned(api.GET(settingsAt)),
  write: (version, settings) =>
    versioned(
      api.PATCH(settingsAt, { params: { header: ifMatch(version) }, body: changeOf(settings) }),
    ),
};

export const useOfferHistory = (id: string) =>
  queries.useInfiniteQuery('get', `${offersAt}/{id}/history`, { params: pathOf(id) }, paged);
export const usePlacementHistory = (id: string) =>
  queries.useInfiniteQuery('get', `${placementsAt}/{id}/history`, { params: pathOf(id) }, paged);
export const useSettingsHistory = () =>
  queries.useInfiniteQuery('get', `${settingsAt}/history`, {}, paged);

// How many customers are in one of these segments, and how many there are.
export function useSize(segments: readonly Segment[]) {
  const rules = segments.map(({ rule }) => rule);
  return useQuery({
    queryKey: ['size of an audience', JSON.stringify(rules)],
    queryFn: ({ signal }) =>
      data(api.POST('/api/v1/segments/count', { body: { rule: { any: rules } }, signal })),
    placeholderData: keepPreviousData,
    enabled: rules.length > 0,
    retry: false,
  });
}

const countedAgainMs = 10_000;

// Who would get an offer now. What is shown of it is already so: a change counts once it is made.
export const usePreview = (offer: Offer, places: readonly Placement[]) =>
  useQuery({
    queryKey: ['preview of an offer', offer.id, offer.version, ...places.map(({ version }) => version)],
    queryFn: ({ signal }) =>
      data(api.POST('/api/v1/decisions/preview', { body: { offer: offer.id }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: countedAgainMs,
  });

const logAt = '/api/v1/decisions';
const policiesAt = '/api/v1/decisions/policies';
const pageSize = 100;

export interface LogQuery {
  placement?: string;
  offer?: string;
  reason?: Reason;
  customer?: string;
  from?: string;
}

export const useLog = (query: LogQuery) =>
  queries.useInfiniteQuery(
    'get',
    logAt,
    { params: { query: { ...query, limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

// A decision does not change, but for what comes of it.
export const useDecision = (id: string) =>
  queries.useQuery('get', `${logAt}/{id}`, { params: pathOf(id) }, { retry: false });

export interface ResultsQuery {
  by: By;
  from: string;
  until: string;
  placement?: string;
}

export const useResults = (query: ResultsQuery) =>
  queries.useQuery('get', `${logAt}/results`, { params: { query } }, { placeholderData: keepPreviousData });

export const usePages = (query: { from: string; until: string }) =>
  queries.useQuery('get', `${logAt}/pages`, { params: { query } }, { placeholderData: keepPreviousData });

export const versionsKey = queries.queryOptions('get', policiesAt).queryKey;
export const useVersions = () =>
  queries.useInfiniteQuery('get', policiesAt, { params: { query: { limit: 20 } } }, paged);
export const useLearnt = () => queries.useQuery('get', `${policiesAt}/learnt`);
export const learn = (): Promise<Version> => data(api.POST(policiesAt, {}));
export const restoreVersion = (number: number): Promise<Version> =>
  data(api.POST(`${policiesAt}/{number}/restore`, { params: { path: { number } } }));

// Whether what is learnt takes over; on top of what others made of the settings meanwhile.
export async function putLearning(learning: boolean): Promise<unknown> {
  const now = await settingsRecord.read();
  return settingsRecord.write(now.version, { ...now.value, learning });
}

export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/decisions'),
    });
}
