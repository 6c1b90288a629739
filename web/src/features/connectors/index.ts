// Where data comes from and how good it is: sources, connecting a tool, freshness, coverage, quarantine.
import { createRoute } from '@tanstack/react-router';
import { IconBuildingStore, IconDatabaseSearch, IconPlug } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing, reading } from '~/platform/session';
import { readConnectionsSearch, readDataSearch } from './search';

export const connectors: Feature = {
  area: 'measure',
  menu: [
    {
      to: '/data',
      label: () => i18next.t('connectors:data.title'),
      icon: IconDatabaseSearch,
      keys: 'g d',
      roles: reading,
    },
  ],
  settings: [
    {
      to: '/settings/connections',
      label: () => i18next.t('connectors:title'),
      icon: IconPlug,
      roles: managing,
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/settings/connections',
      validateSearch: readConnectionsSearch,
      component: screenOf('connectors', () => import('./ConnectionsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/data',
      validateSearch: readDataSearch,
      component: screenOf('connectors', () => import('./DataPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'connectors.connect',
      label: () => i18next.t('connectors:connect.action'),
      words: () => i18next.t('connectors:connect.words'),
      group: 'do',
      icon: IconPlug,
      roles: ['admin'],
      run: () => {
        go('/settings/connections?add=true');
      },
    },
    {
      id: 'connectors.link',
      label: () => i18next.t('connectors:link.action'),
      words: () => i18next.t('connectors:link.words'),
      group: 'do',
      icon: IconBuildingStore,
      roles: managing,
      run: () => {
        go('/settings/connections?tab=shops&add=true');
      },
    },
    {
      id: 'connectors.quarantine',
      label: () => i18next.t('connectors:quarantine.action'),
      group: 'go',
      icon: IconDatabaseSearch,
      roles: managing,
      run: () => {
        go('/data?tab=quarantine');
      },
    },
  ],
  live: {
    events: ['/api/v1/sources', '/api/v1/events'],
    connectors: ['/api/v1/connections', '/api/v1/webhooks'],
  },
};
