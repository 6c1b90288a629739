// What the screen asks of the server. While a new answer is on its way, the old one stays in its place.
import { paged, queries, type Schemas } from '~/api';
import type { Range } from '~/platform/period';
import type { FileForm } from '~/platform/scope/FileLinks';
import type { Phase } from './search';

export type FitReply = Schemas['measures.FitOut'];
export type Cell = Schemas['measures.FitCell'];
export type Misfit = Schemas['measures.Misfit'];
export type FitCustomer = Schemas['measures.FitCustomer'];
export type PartOf = Schemas['measures.PartOf'];

export interface Asked extends Range {
  channel?: string;
  segment?: string;
  currency?: string;
}

const stay = { placeholderData: <T>(before: T | undefined) => before };
const pageSize = 100;

export const useFit = (asked: Asked, enabled = true) =>
  queries.useQuery('get', '/api/v1/measures/fit', { params: { query: { ...asked } } }, { ...stay, enabled });

export const useFitCustomers = (asked: Asked & { channel: string; phase: Phase }) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/measures/fit/customers',
    { params: { query: { ...asked, limit: pageSize } } },
    paged,
  );

export function fileOf(what: 'fit' | 'fit/mismatches', form: FileForm, asked: Asked): string {
  return `/api/v1/measures/${what}/${form}?${new URLSearchParams(Object.entries(asked) as [string, string][])}`;
}
