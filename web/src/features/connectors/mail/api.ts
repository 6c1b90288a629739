// What mail asks of the server.
import { api, data, queries, type Schemas } from '~/api';

export type Mail = Schemas['mail.MailView'];
export type MailState = Schemas['mail.MailState'];

const looking = { refetchInterval: 3_000 };

export const useMailState = () => queries.useQuery('get', '/api/v1/mail', {}, looking);
export const useMails = () => queries.useQuery('get', '/api/v1/mail/messages', {}, looking);

export const testMail = (address: string) => data(api.POST('/api/v1/mail/tests', { body: { address } }));
export const tryNow = () => data(api.POST('/api/v1/mail/attempts'));
