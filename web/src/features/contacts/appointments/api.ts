// What appointments ask of the server.
import { api, data, queries, type Schemas } from '~/api';

export type Appointment = Schemas['contacts.AppointmentView'];
export type Step = Schemas['contacts.Step'];
export type Way = Schemas['contacts.Way'];

const most = 200;
const address = '/api/v1/contacts/appointments';

export const useAppointments = (from: string, team: string) =>
  queries.useQuery('get', address, { params: { query: { from, limit: most, ...(team ? { team } : {}) } } });

export const useSlots = (team: string, from: string) =>
  queries.useQuery('get', '/api/v1/contacts/slots', { params: { query: { team, from } } }, { enabled: team !== '' });

export const takeStep = (id: string, step: Step) =>
  data(api.POST('/api/v1/contacts/appointments/{id}/steps', { params: { path: { id } }, body: { step } }));

export const move = (id: string, starts: string) =>
  data(api.POST('/api/v1/contacts/appointments/{id}/move', { params: { path: { id } }, body: { starts } }));

export const book = (body: Schemas['contacts.AppointmentDraft']) => data(api.POST(address, { body }));
