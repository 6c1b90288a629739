// The weekly report: whether whoever looks gets it, when, and the file itself.
import { api, data, queries, type Schemas } from '~/api';

export type Choice = Schemas['reports.Choice'];
export type Weekday = Choice['weekday'];

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

const address = '/api/v1/reports/subscription';
export const subscriptionKey = queries.queryOptions('get', address).queryKey;

export const useSubscription = () => queries.useQuery('get', address);
export const subscribe = (body: Choice) => data(api.PUT(address, { body }));
export const unsubscribe = () => data(api.DELETE(address));
export const sendNow = (language: Choice['language']) =>
  data(api.POST('/api/v1/reports/weekly/mails', { body: { language } }));

export const pdfOf = (language: Choice['language']) => `/api/v1/reports/weekly/pdf?language=${language}`;
