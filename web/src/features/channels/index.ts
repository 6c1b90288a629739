// Channels: the worksheet, the board of phases, how channels join, and each channel with all it holds.
import { createRoute } from '@tanstack/react-router';
import { IconLayoutGridAdd, IconPlus, IconPrinter, IconSitemap } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Feature } from '~/platform/feature';
import { rootRoute } from '~/platform/root';
import { screenOf } from '~/platform/screen';
import { managing } from '~/platform/session';
import { findChannels } from './findChannels';
import { readSearch } from './search';

export const channels: Feature = {
  area: 'plan',
  menu: [
    {
      to: '/channels',
      label: () => i18next.t('channels:title'),
      icon: IconSitemap,
      keys: 'g c',
    },
  ],
  routes: [
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/channels',
      validateSearch: readSearch,
      component: screenOf('channels', () => import('./ChannelsPage')),
    }),
    createRoute({
      getParentRoute: () => rootRoute,
      path: '/channels/print',
      component: screenOf('channels', () => import('./SheetPage')),
    }),
  ],
  actions: (go) => [
    {
      id: 'channels.create',
      label: () => i18next.t('channels:new'),
      group: 'do',
      icon: IconPlus,
      roles: managing,
      run: () => {
        go('/channels?dialog=new');
      },
    },
    {
      id: 'channels.templates',
      label: () => i18next.t('channels:fromTemplates'),
      group: 'do',
      icon: IconLayoutGridAdd,
      roles: managing,
      run: () => {
        go('/channels?dialog=templates');
      },
    },
    {
      id: 'channels.print',
      label: () => i18next.t('channels:print'),
      group: 'do',
      icon: IconPrinter,
      run: () => {
        go('/channels/print');
      },
    },
  ],
  find: findChannels,
  live: { channels: ['/api/v1/channels'], kpis: ['/api/v1/kpis'], views: ['/api/v1/views'] },
};
