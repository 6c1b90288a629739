// Bringing in files: what was brought in, and saying what the columns of a file mean.
import { createRoute } from '@tanstack/react-router';
import { IconFileImport } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing } from '~/platform/session';
import { readFileSearch, readSearch } from './search';

export const imports: Feature = {
  area: null,
  menu: [],
  settings: [
    {
      to: '/settings/imports',
      label: () => i18next.t('imports:title'),
      icon: IconFileImport,
      keys: 'g i',
      roles: managing,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/imports',
      validateSearch: readSearch,
      component: screenOf('imports', () => import('./ImportsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/imports/$file',
      validateSearch: readFileSearch,
      component: screenOf('imports', () => import('./FilePage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'imports.begin',
      label: () => i18next.t('imports:begin'),
      words: () => i18next.t('imports:beginWords'),
      group: 'do',
      icon: IconFileImport,
      roles: managing,
      run: () => {
        go('/settings/imports');
      },
    },
  ],
  live: { platform: ['/api/v1/jobs', '/api/v1/imports'] },
};
