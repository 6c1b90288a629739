// What the screens ask of the server.
import { api, data, ifMatch, paged, queries, type Schemas } from '~/api';
import type { FileForm } from '~/platform/scope/FileLinks';

export type Questionnaire = Schemas['panel.ListedQuestionnaire'];
export type Question = Schemas['panel.Question'];
export type Option = Schemas['panel.Option'];
export type Words = Schemas['panel.Words'];
export type Wave = Schemas['panel.CountedWave'];
export type WaveCount = Schemas['panel.WaveCount'];
export type Gap = Schemas['panel.Gap'];
export type Recommended = Schemas['panel.Recommended'];
export type Part = Schemas['panel.ChoiceCount'];
export type Person = Schemas['panel.PersonAnswers'];
export type Asked = Schemas['panel.AskedOut'];
export type AskedQuestion = Schemas['panel.AskedQuestion'];
export type Said = Schemas['panel.Said'];
export type Link = Schemas['panel.Link'];

const one = '/api/v1/panel/questionnaires/{id}';
const of = (id: string) => ({ params: { path: { id } } });

export const useQuestionnaires = () => queries.useQuery('get', '/api/v1/panel/questionnaires', {});
export const useTrend = (id: string) =>
  queries.useQuery('get', '/api/v1/panel/questionnaires/{id}/trend', of(id));
export const useGap = (wave: string) => queries.useQuery('get', '/api/v1/panel/waves/{id}/gap', of(wave));
export const usePeople = (wave: string) =>
  queries.useInfiniteQuery('get', '/api/v1/panel/waves/{id}/answers', of(wave), paged);
export const useParticipants = () =>
  queries.useInfiniteQuery('get', '/api/v1/panel/participants', {}, paged);
export const useSegments = () => queries.useQuery('get', '/api/v1/segments', {});

export const addQuestionnaire = (body: Schemas['panel.Draft']) =>
  data(api.POST('/api/v1/panel/questionnaires', { body }));
export const changeQuestionnaire = ({ id, version }: Questionnaire, body: Schemas['panel.Change']) =>
  data(api.PATCH(one, { params: { path: { id }, header: ifMatch(version) }, body }));
export const beginWave = (id: string) =>
  data(api.POST('/api/v1/panel/questionnaires/{id}/waves', of(id)));
export const makeLinks = (wave: string, whom: 'due' | 'silent') =>
  data(api.POST('/api/v1/panel/waves/{id}/links', { ...of(wave), body: { whom } }));
export const join = (body: { emails?: string[]; customers?: string[] }) =>
  data(api.POST('/api/v1/panel/participants', { body }));
export const takeOut = (identity: string) =>
  data(api.DELETE('/api/v1/panel/participants/{identity}', { params: { path: { identity } } }));

// The members of a segment, of whom the panel takes so many at a time.
const membersAtATime = 500;
export const members = (id: string, after: string | null) =>
  data(
    api.GET('/api/v1/segments/{id}/members', {
      params: { path: { id }, query: { limit: membersAtATime, ...(after ? { after } : {}) } },
    }),
  );

export const openLink = (token: string) =>
  data(api.POST('/api/v1/panel/links/questions', { body: { token } }));
export const answer = (token: string, answers: Said[]) =>
  data(api.POST('/api/v1/panel/links/answers', { body: { token, answers } }));
export const leaveBy = (token: string) =>
  data(api.POST('/api/v1/panel/links/leave', { body: { token } }));

export const fileOf = (what: 'trend' | 'gap' | 'answers', id: string, form: FileForm) =>
  `/api/v1/panel/${what === 'trend' ? 'questionnaires' : 'waves'}/${id}/${what}/${form}`;
