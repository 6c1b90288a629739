// The tools that Sluis understands, and what stands in their code. The names are those of their makers.

export type Tool =
  | 'segment_page'
  | 'segment'
  | 'rudderstack'
  | 'jitsu'
  | 'posthog'
  | 'snowplow'
  | 'matomo'
  | 'umami'
  | 'plausible'
  | 'own';

export interface ToolInfo {
  id: Tool;
  name: string;
  // What to install; empty when nothing.
  pack: string;
  // In a page, where everybody can read the key, or on a server.
  place: 'page' | 'server';
}

export const tools: readonly ToolInfo[] = [
  { id: 'segment_page', name: 'Segment', pack: '@segment/analytics-next', place: 'page' },
  { id: 'segment', name: 'Segment', pack: '@segment/analytics-node', place: 'server' },
  { id: 'rudderstack', name: 'RudderStack', pack: '@rudderstack/rudder-sdk-node', place: 'server' },
  { id: 'jitsu', name: 'Jitsu', pack: '@jitsu/js', place: 'server' },
  { id: 'posthog', name: 'PostHog', pack: 'posthog-node', place: 'server' },
  { id: 'snowplow', name: 'Snowplow', pack: '@snowplow/node-tracker', place: 'server' },
  { id: 'matomo', name: 'Matomo', pack: 'matomo-tracker', place: 'server' },
  { id: 'umami', name: 'Umami', pack: '@umami/node', place: 'server' },
  { id: 'plausible', name: 'Plausible', pack: '', place: 'page' },
  { id: 'own', name: 'JSON', pack: '', place: 'server' },
];

const own = (key: string, address: string) => `curl ${address}/api/v1/events \\
  -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' \\
  -d '[{"kind": "order_completed", "order": "A-1", "revenue": "40.00", "currency": "EUR",
        "identities": [{"kind": "email", "value": "kim@example.com"}]}]'`;

const page = (key: string, address: string) => `import { AnalyticsBrowser } from '@segment/analytics-next';

const analytics = AnalyticsBrowser.load({ writeKey: '${key}', cdnURL: '${address}' });
analytics.page();`;

// The code with the key and the address in it, to be copied as it is.
export function snippet(tool: Tool, key: string, address: string): string {
  switch (tool) {
    case 'segment_page':
      return page(key, address);
    case 'segment':
      return `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: '${key}', host: '${address}' });
analytics.track({ userId: 'u1', event: 'Product Viewed', properties: { sku: 'LAMP' } });`;
    case 'rudderstack':
      return `import Rudder from '@rudderstack/rudder-sdk-node';

const client = new Rudder('${key}', { dataPlaneUrl: '${address}' });
client.track({ userId: 'u1', event: 'Product Viewed', properties: { sku: 'LAMP' } });`;
    case 'jitsu':
      return `import { jitsuAnalytics } from '@jitsu/js';

const analytics = jitsuAnalytics({ writeKey: '${key}', host: '${address}' });
await analytics.track('Product Viewed', { sku: 'LAMP' });`;
    case 'posthog':
      return `import { PostHog } from 'posthog-node';

const client = new PostHog('${key}', { host: '${address}' });
client.capture({ distinctId: 'u1', event: 'product_viewed', properties: { sku: 'LAMP' } });`;
    case 'snowplow':
      return `import { newTracker, buildPageView } from '@snowplow/node-tracker';

const tracker = newTracker({ namespace: 'shop', appId: '${key}' }, { endpoint: '${address}' });
tracker.track(buildPageView({ pageUrl: 'https://shop.example/lamp' }));`;
    case 'matomo':
      return `import MatomoTracker from 'matomo-tracker';

const matomo = new MatomoTracker('${key}', '${address}/matomo.php');
matomo.track({ url: 'https://shop.example/lamp', uid: 'u1' });`;
    case 'umami':
      return `import { Umami } from '@umami/node';

const umami = new Umami({ websiteId: '${key}', hostUrl: '${address}' });
await umami.track({ url: '/lamp' });`;
    case 'plausible':
      return `<script defer data-domain="shop.example"
  data-api="${address}/api/event?key=${key}" src="/plausible.js"></script>`;
    case 'own':
      return own(key, address);
  }
}
