// The address of the trail: its filters are in the URL, so that what was found can be shared.
import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';

export interface TrailFilter {
  entity?: string;
  id?: string;
  actor?: string;
  since?: string; // a day
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const trailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/trail',
  validateSearch: (search: Record<string, unknown>): TrailFilter => {
    const entity = text(search['entity']);
    const id = text(search['id']);
    const actor = text(search['actor']);
    const since = text(search['since']);
    return {
      ...(entity === undefined ? {} : { entity }),
      ...(id === undefined ? {} : { id }),
      ...(actor === undefined ? {} : { actor }),
      ...(since === undefined ? {} : { since }),
    };
  },
  component: screenOf('access', () => import('./TrailPage')),
});
