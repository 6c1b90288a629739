// What there is to choose from.
import { queries } from '~/api';
import type { Range } from '../period';

export const useScopeSegments = () => queries.useQuery('get', '/api/v1/segments');

export const useScopeParts = (range: Range, by: 'campaign' | 'product') =>
  queries.useQuery('get', '/api/v1/measures/parts', { params: { query: { ...range, by, limit: 50 } } });
