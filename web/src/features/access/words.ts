// The trail in words. Capabilities name their own things and acts; what has no word yet is shown as
// it is stored.
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api';

type Entry = Schemas['access.AuditEntry'];

const word = (group: string, name: string) => {
  const key = `access:trail.${group}.${name}`;
  return i18next.exists(key) ? String(i18next.t(key as never)) : name.replaceAll('_', ' ');
};

export const knownEntities = ['user', 'key', 'company', 'channel', 'kpi', 'view', 'customer'] as const;
export const entityWord = (entity: string) => word('entities', entity);

const actors: Record<string, string> = {
  nobody: 'access:trail.nobody',
  'command line': 'access:trail.commandLine',
};

// The name that the thing has in its own record.
function nameIn(entry: Entry): string {
  for (const state of [entry.after, entry.before]) {
    if (typeof state === 'object' && state !== null && 'name' in state) {
      const { name } = state;
      if (typeof name === 'string') return name;
    }
  }
  return entry.entity_id;
}

export function useWords() {
  const { i18n } = useTranslation('access');
  return useMemo(
    () => ({
      change: (entity: string, action: string) => `${entityWord(entity)} ${word('actions', action)}`,
      actor: ({ actor, actor_name: name }: Entry) => {
        const key = actors[actor];
        return name ?? (key === undefined ? actor : String(i18next.t(key as never)));
      },
      nameIn,
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words are those of the language
    [i18n.language],
  );
}
