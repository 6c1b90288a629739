import { createRouter } from '@tanstack/react-router';
import { rootRoute } from '~/platform/root';
import { features } from './features';
import { Shell } from './Shell';

const routes = features.flatMap((feature) => feature.routes);

export const router = createRouter({
  routeTree: rootRoute.update({ component: Shell }).addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
