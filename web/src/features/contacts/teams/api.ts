// What setting up teams asks of the server.
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import type { Answer, Team } from '../wire';

export const useHolidays = () => queries.useQuery('get', '/api/v1/contacts/holidays');
export const useAnswers = () => queries.useQuery('get', '/api/v1/contacts/answers');

type TeamFields = Omit<Schemas['contacts.TeamDraft'], 'code'>;

export const saveTeam = (team: Team | undefined, code: string, fields: TeamFields & { active: boolean }) => {
  const { active, ...draft } = fields;
  return data(
    team
      ? api.PATCH('/api/v1/contacts/teams/{id}', {
          params: { path: { id: team.id }, header: ifMatch(team.version) },
          body: { ...draft, active },
        })
      : api.POST('/api/v1/contacts/teams', { body: { ...draft, code } }),
  );
};

export const saveAgent = (user: string, body: Schemas['contacts.AgentDraft']) =>
  data(api.PUT('/api/v1/contacts/agents/{user}', { params: { path: { user } }, body }));

export const setHoliday = (day: string, name: string) =>
  data(api.PUT('/api/v1/contacts/holidays/{day}', { params: { path: { day } }, body: { name } }));

export const removeHoliday = (day: string) =>
  data(api.DELETE('/api/v1/contacts/holidays/{day}', { params: { path: { day } } }));

export const saveAnswer = (answer: Answer | undefined, code: string, title: string, text: string) =>
  data(
    answer
      ? api.PATCH('/api/v1/contacts/answers/{id}', {
          params: { path: { id: answer.id }, header: ifMatch(answer.version) },
          body: { title, text },
        })
      : api.POST('/api/v1/contacts/answers', { body: { code, title, text } }),
  );
