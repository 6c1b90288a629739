import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '~/platform/root';
import { PageBroke, PageUnknown } from './PageBroke';
import { features } from './features';
import { Home, SettingsHome } from './Home';
import { Root } from './Root';

const alone = { bare: true };

const ownRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsHome }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/setup',
    staticData: alone,
    component: lazyRouteComponent(() => import('./entry/SetUp'), 'SetUp'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/password',
    staticData: alone,
    component: lazyRouteComponent(() => import('./entry/ChoosePassword'), 'ChoosePassword'),
  }),
  // Every part of the design system in all its states, for who builds and for the visual tests.
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/design',
    staticData: alone,
    component: lazyRouteComponent(() => import('~/ui/gallery/Gallery')),
  }),
];

export const router = createRouter({
  routeTree: rootRoute
    .update({ component: Root, notFoundComponent: PageUnknown })
    .addChildren([...ownRoutes, ...features.flatMap((feature) => feature.routes)]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageBroke,
  scrollRestoration: true,
});
