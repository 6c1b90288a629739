// How often a questionnaire is asked, for how long, and of which days people's behaviour is laid beside it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { managing, mayDo, useMe } from '~/platform/session';
import { DateField } from '~/ui/form/DateField';
import { TextField } from '~/ui/form/TextField';
import { changeQuestionnaire, type Questionnaire } from './api';

const numbers = ['every_weeks', 'open_days', 'remind_days', 'seen_days'] as const;

export function SettingsDialog({ questionnaire, onClose }: { questionnaire: Questionnaire; onClose: () => void }) {
  const { t } = useTranslation('voice');
  const cache = useQueryClient();
  const [next, setNext] = useState(questionnaire.next_wave?.slice(0, 10) ?? '');
  const form = useForm(async (value) => {
    await changeQuestionnaire(questionnaire, {
      every_weeks: Number(value('every_weeks')),
      open_days: Number(value('open_days')),
      remind_days: Number(value('remind_days')),
      seen_days: Number(value('seen_days')),
      next_wave: next ? new Date(`${next}T09:00:00`).toISOString() : null,
    });
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/panel/questionnaires'] });
    onClose();
  });
  return (
    <FormDialog title={t('settings.title')} form={form} may={mayDo(useMe(), managing)} onClose={onClose}>
      {numbers.map((id) => (
        <TextField
          key={id}
          label={t(`settings.${id}`)}
          hint={t(`settings.hint.${id}`)}
          name={id}
          inputMode="numeric"
          defaultValue={String(questionnaire[id])}
          error={form.errors[id]}
        />
      ))}
      <DateField
        label={t('settings.next_wave')}
        hint={t('settings.hint.next_wave')}
        optional
        defaultValue={next}
        onChange={setNext}
        error={form.errors['next_wave']}
      />
    </FormDialog>
  );
}
