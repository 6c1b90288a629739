// Customer voice: what customers say when they are asked, beside what the same people do.
import { createRoute } from '@tanstack/react-router';
import { IconMessageQuestion } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { reading } from '~/platform/session';
import { readSearch } from './search';

export const voice: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/voice',
      label: () => i18next.t('voice:title'),
      icon: IconMessageQuestion,
      keys: 'g y',
      roles: reading,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/voice',
      validateSearch: readSearch,
      component: screenOf('voice', () => import('./VoicePage')),
    }),
    // For whoever has a link of their own.
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/panel',
      staticData: { bare: true },
      component: screenOf('voice', () => import('./AnswerPage')),
    }),
  ],
  actions: () => [],
  live: { panel: ['/api/v1/panel'] },
};
