// What a fact is called by people.
import { useTranslation } from 'react-i18next';
import type { Fact } from './api';

type Key<Name extends string> = Name extends `${infer Room}.${infer What}` ? `${Room}_${What}` : never;

export function useFactName() {
  const { t } = useTranslation('connectors');
  return (fact: Fact | 'sluis.test') =>
    t(`webhooks.names.${fact.replace('.', '_') as Key<Fact | 'sluis.test'>}`);
}
