// What a field of an imported channel holds, in the words of the worksheet.
import { useTranslation } from 'react-i18next';
import { kpiName, useKpis } from '~/platform/kpis';
import { usePeople } from '~/platform/people';
import { useToday } from '~/platform/useToday';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useMatrix } from '../api';
import { periodWords } from '../costs';
import { targetValue } from '../kpis';
import type { Check, Cost, Form, Link, Phase, State, Target, Trait } from '../wire';
import { phaseList } from '../words';
import { shownValue } from './shownValue';

export type FieldWords = (field: string, value: unknown) => string;

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export function useFieldWords(): FieldWords {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const today = useToday();
  const { language } = useLocale();
  const { nameOf } = usePeople();
  const kpis = useKpis().data?.items ?? [];
  const channels = useMatrix().data?.channels ?? [];

  const costWords = (cost: Cost) => {
    const amount = `${formats.money(cost.amount, cost.currency)} ${t(`pers.${cost.per}`)}`;
    return `${cost.note || t(`costKinds.${cost.kind}`)}: ${amount}, ${periodWords(cost, today, t, formats)}`;
  };
  const targetWords = (target: Target) => {
    const kpi = kpis.find(({ code }) => code === target.kpi);
    const name = kpi ? kpiName(kpi, language) : target.kpi;
    return `${name}: ${targetValue(target, kpi, t, formats)}`;
  };
  const linkWords = ({ to, state, shares }: Link) => {
    const name = channels.find(({ id }) => id === to)?.name ?? '…';
    const shared = shares.map((what) => t(`shared.${what}`)).join(', ');
    return `${name}: ${t(`linkStates.${state}`)}${shared && ` (${shared})`}`;
  };
  const checkWords = ({ name, state }: Check) => `${name}: ${t(`checkStates.${state}`)}`;
  const lines = <T>(value: unknown, words: (line: T) => string) =>
    (value as T[]).map(words).join('; ');

  return (field, value) => {
    if (isNothing(value)) return shownValue(value);
    switch (field) {
      case 'state':
        return t(`states.${value as State}`);
      case 'form':
        return t(`forms.${value as Form}`);
      case 'phases':
        return phaseList(value as Phase[], t);
      case 'own_traits':
        return lines<Trait>(value, (trait) => t(`traits.${trait}`));
      case 'owner':
        return nameOf(value as string);
      case 'reach':
        return formats.number(value as number);
      case 'costs':
        return lines(value, costWords);
      case 'targets':
        return lines(value, targetWords);
      case 'links':
        return lines(value, linkWords);
      case 'checks':
        return lines(value, checkWords);
      default:
        return shownValue(value);
    }
  };
}
