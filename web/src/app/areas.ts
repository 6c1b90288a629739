// The four areas and what of them this person can go to. An area without screens is not shown.
import { IconBulb, IconChartLine, IconShoppingCart, IconTargetArrow } from '@tabler/icons-react';
import i18next from 'i18next';
import type { Area, Feature, MenuItem } from '~/platform/feature';
import { mayDo, type Me } from '~/platform/session';
import { features } from './features';

export interface ShownArea {
  area: Area;
  label: string;
  icon: MenuItem['icon'];
  items: readonly MenuItem[];
}

const icons = {
  plan: IconTargetArrow,
  sell: IconShoppingCart,
  measure: IconChartLine,
  improve: IconBulb,
} as const;
const order: readonly Area[] = ['plan', 'sell', 'measure', 'improve'];

const allowed = (me: Me) => (item: MenuItem) => !item.roles || mayDo(me, item.roles);

export function areasFor(me: Me, known: readonly Feature[] = features): ShownArea[] {
  return order
    .map((area) => ({
      area,
      label: i18next.t(`areas.${area}`, { ns: 'app' }),
      icon: icons[area],
      items: known
        .filter((feature) => feature.area === area)
        .flatMap((feature) => feature.menu)
        .filter(allowed(me)),
    }))
    .filter(({ items }) => items.length > 0);
}

export const settingsItems = features.flatMap((feature) => feature.settings ?? []);

// Where someone lands who asked for nothing in particular.
export const homeFor = (me: Me) => areasFor(me)[0]?.items[0]?.to ?? '/settings';
