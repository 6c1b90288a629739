// What of the screens stands in the URL.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { reasons, type Reason } from './wire';

export interface ConnectionsSearch {
  open?: string; // the source whose settings are open
  connect?: boolean;
}

export function readConnectionsSearch(search: Record<string, unknown>): ConnectionsSearch {
  const { open, connect } = search;
  return {
    ...(typeof open === 'string' ? { open } : {}),
    ...(connect === true ? { connect } : {}),
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
