// A screen, loaded with the texts of its feature when somebody goes there.
import { lazyRouteComponent } from '@tanstack/react-router';
import { textsOf, type Texts } from '~/texts';

type Module = Parameters<typeof lazyRouteComponent>[0] extends () => Promise<infer Loaded> ? Loaded : never;

export const screenOf = (feature: keyof Texts, load: () => Promise<Module>, name = 'default') =>
  lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), textsOf(feature)]);
    return module;
  }, name);
