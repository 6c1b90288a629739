// The only file that knows all features.
import { access } from '~/features/access';
import { catalog } from '~/features/catalog';
import { channels } from '~/features/channels';
import { company } from '~/features/company';
import { conflicts } from '~/features/conflicts';
import { connectors } from '~/features/connectors';
import { contacts, teams } from '~/features/contacts';
import { customers } from '~/features/customers';
import { offers } from '~/features/decisions';
import { fit } from '~/features/fit';
import { imports } from '~/features/imports';
import { journeys } from '~/features/journeys';
import { orders, selling } from '~/features/orders';
import { profit } from '~/features/profit';
import { results } from '~/features/results';
import { segments } from '~/features/segments';
import { stock } from '~/features/stock';
import { voice } from '~/features/voice';
import { worth } from '~/features/worth';
import type { Feature } from '~/platform/feature';

// In the order of the menus.
export const features: readonly Feature[] = [
  channels,
  segments,
  catalog,
  offers,
  customers,
  contacts,
  orders,
  stock,
  results,
  profit,
  worth,
  fit,
  conflicts,
  voice,
  journeys,
  access,
  company,
  connectors,
  imports,
  teams,
  selling,
];
