// What the visitor's page asks of the server. No cookie is sent: the token of the one contact is all there is.
export interface Said {
  number: number;
  sender: 'customer' | 'agent';
  client_id: string;
  text: string;
  moment: string;
  // One that was sent in place of words.
  file?: string | null;
  file_type?: string | null;
}
export interface InLine {
  place: number;
  wait_s?: number | null;
}
export type State = 'waiting' | 'offered' | 'active' | 'wrap_up' | 'ended' | 'abandoned' | 'missed';
export interface Visit {
  state: State;
  kind: string;
  in_line?: InLine | null;
  agent?: string | null;
  messages: Said[];
  can_be_mailed?: boolean;
}
export interface Draft {
  kind: 'chat' | 'call' | 'call_back' | 'store_request';
  team?: string;
  language?: string;
  name?: string;
  email?: string;
  phone?: string;
  question?: string;
  stay?: string; // in a store
  device?: string; // as the tracker calls it, once the visitor agreed to be followed
}
export interface SignalNews {
  signal: string;
  data: string;
}

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const visits = '/api/v1/contacts/visits';
export const addressOf = (token: string, rest = '') => `${visits}/${token}${rest}`;

interface Problem {
  code?: string;
  title?: string;
  fields?: { message: string }[];
}

const asSent = (body: unknown): RequestInit => {
  if (body === undefined) return {};
  if (body instanceof Blob) return { headers: { 'Content-Type': 'application/octet-stream' }, body };
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
};

// Refused: the server says why. Anything else that is thrown means that there was no answer. A file goes as it is.
export async function ask<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: unknown,
): Promise<Answer> {
  const { headers, ...sent } = asSent(body);
  const response = await fetch(address, {
    method,
    credentials: 'omit',
    headers: { 'Accept-Language': document.documentElement.lang, ...headers },
    ...sent,
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as Answer;
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  const { code = 'broken', title = '', fields = [] } = JSON.parse(text) as Problem;
  throw new Refused(code, fields[0]?.message ?? title);
}

export const begin = (draft: Draft) => ask<Visit & { token: string }>('POST', visits, draft);

export const fileOf = (token: string, { number }: Said) => addressOf(token, `/files/${String(number)}`);
export const sendFile = (token: string, id: string, file: File) =>
  ask<Said>('POST', addressOf(token, `/files?${new URLSearchParams({ client_id: id, name: file.name }).toString()}`), file);

// Kept nowhere: when it does not arrive, so be it.
export function signal(token: string, name: string, data = ''): Promise<{ heard: boolean }> {
  const body = { signal: name, ...(data ? { data } : {}) };
  return ask<{ heard: boolean }>('POST', addressOf(token, '/signals'), body);
}
