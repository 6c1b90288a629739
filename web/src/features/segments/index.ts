// Segments: groups of customers by a rule, with how many are in them.
import { createRoute } from '@tanstack/react-router';
import { IconUsersGroup } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing, reading } from '~/platform/session';
import { readSearch } from './search';

const readers = [...reading, 'agent'] as const;

export const segments: Feature = {
  area: 'plan',
  menu: [
    {
      to: '/segments',
      label: () => i18next.t('segments:title'),
      icon: IconUsersGroup,
      keys: 'g s',
      roles: readers,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/segments',
      validateSearch: readSearch,
      component: screenOf('segments', () => import('./SegmentsPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'segments.create',
      label: () => i18next.t('segments:create'),
      group: 'do',
      icon: IconUsersGroup,
      roles: managing,
      run: () => {
        go('/segments?open=new');
      },
    },
  ],
  live: { segments: ['/api/v1/segments'] },
};
