// Conflicts: what channels say of the same thing that cannot both be so.
import { createRoute } from '@tanstack/react-router';
import { IconArrowsDiff } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const conflicts: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/conflicts',
      label: () => i18next.t('conflicts:title'),
      icon: IconArrowsDiff,
      keys: 'g n',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/conflicts',
      validateSearch: readSearch,
      component: screenOf('conflicts', () => import('./ConflictsPage')),
    }),
  ],
  actions: () => [],
  live: { conflicts: ['/api/v1/conflicts'] },
};
