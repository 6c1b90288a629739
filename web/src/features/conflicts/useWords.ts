// What the two sides of a conflict say, and where each is changed.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import { hoursInWords } from './hours';
import type { Conflict } from './wire';

const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export function useWords() {
  const { t, i18n } = useTranslation('conflicts');
  const formats = useFormats();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const dayName = (day: number) => weekday.format(aMonday + (day - 1) * dayMs);
  const valueOf = ({ kind, currency }: Conflict, value: string): string => {
    switch (kind) {
      case 'price':
        return formats.money(value, currency);
      case 'availability':
        return t('values.pieces', { count: Number(value), number: formats.number(Number(value)) });
      case 'opening_hours':
        return value ? hoursInWords(value, dayName) : t('values.closed');
      case 'brand':
        return t(value === 'passed' ? 'values.passed' : 'values.failed');
      default:
        return value;
    }
  };
  return {
    valueOf,
    subjectOf: ({ kind, name, about }: Conflict) => name || (kind === 'brand' ? about : t(`kinds.${kind}`)),
    stakeOf: ({ stake, currency }: Conflict) => (stake == null ? '–' : formats.money(stake, currency, true)),
  };
}
