// What of the screens stands in the URL.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { reasons, type Reason } from './wire';

export const connectionTabs = ['sources', 'shops', 'webhooks', 'mail'] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

export interface ConnectionsSearch {
  tab?: ConnectionTab;
  open?: string; // whose settings are open
  add?: boolean; // the dialog of a new one
}

export function readConnectionsSearch(search: Record<string, unknown>): ConnectionsSearch {
  const { tab, open, add } = search;
  const shown = connectionTabs.find((id) => id === tab && id !== 'sources');
  return {
    ...(shown ? { tab: shown } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(add === true ? { add } : {}),
  };
}

export function useConnectionsSearch() {
  const navigate = useNavigate();
  return {
    search: readConnectionsSearch(useSearch({ strict: false })),
    show: (search: ConnectionsSearch) => void navigate({ to: '/settings/connections', search }),
  };
}

export const tabs = ['freshness', 'coverage', 'quarantine'] as const;
export type Tab = (typeof tabs)[number];

export interface DataSearch {
  tab?: Tab;
  // Which of those that wait in the quarantine.
  source?: string;
  reason?: Reason;
  kind?: string;
}

export function readDataSearch({ tab, source, reason, kind }: Record<string, unknown>): DataSearch {
  return {
    ...(tabs.includes(tab as Tab) && tab !== 'freshness' ? { tab: tab as Tab } : {}),
    ...(typeof source === 'string' ? { source } : {}),
    ...(reasons.includes(reason as Reason) ? { reason: reason as Reason } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
  };
}

export function useDataSearch() {
  const navigate = useNavigate();
  return {
    search: readDataSearch(useSearch({ strict: false })),
    show: (search: DataSearch) => void navigate({ to: '/data', search }),
  };
}
