// Decisions: what may be offered to customers as a next step, where, and what holds for all of it.
import { createRoute } from '@tanstack/react-router';
import { IconBulb } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing, reading } from '~/platform/session';
import { readSearch } from './search';

export const offers: Feature = {
  area: 'plan',
  menu: [
    {
      to: '/offers',
      label: () => i18next.t('decisions:title'),
      icon: IconBulb,
      keys: 'g a',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/offers',
      validateSearch: readSearch,
      component: screenOf('decisions', () => import('./OffersPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'decisions.create',
      label: () => i18next.t('decisions:create.title'),
      group: 'do',
      icon: IconBulb,
      roles: managing,
      run: () => {
        go('/offers?dialog=new');
      },
    },
  ],
  live: { decisions: ['/api/v1/decisions'] },
};
