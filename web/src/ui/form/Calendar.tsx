// The month to pick a day from.
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/nl';
import { DatePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../text/locale';

export interface CalendarProps {
  day: string | undefined;
  onPick: (day: string) => void;
}

export default function Calendar({ day, onPick }: CalendarProps) {
  const { t } = useTranslation('ui');
  const { language } = useLocale();
  return (
    <DatePicker
      value={day ?? null}
      defaultDate={day}
      locale={language}
      firstDayOfWeek={1}
      hideOutsideDates
      weekendDays={[]}
      ariaLabels={{
        previousMonth: t('form.previousMonth'),
        nextMonth: t('form.nextMonth'),
        previousYear: t('form.previousYear'),
        nextYear: t('form.nextYear'),
        previousDecade: t('form.previousDecade'),
        nextDecade: t('form.nextDecade'),
        monthLevelControl: t('form.chooseMonth'),
        yearLevelControl: t('form.chooseYear'),
      }}
      onChange={(value) => {
        if (value) onPick(value);
      }}
    />
  );
}
