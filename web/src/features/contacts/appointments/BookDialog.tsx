// Books an appointment at a time at which somebody of the team is there, or moves one to another.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import { showToast } from '~/ui/feedback/toasts';
import { DateField } from '~/ui/form/DateField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useRefresh, useTeams } from '../api';
import { type Appointment, book, move, useSlots, type Way } from './api';
import classes from './appointments.module.css';

const ways: readonly Way[] = ['call_back', 'store', 'video', 'visit'];
const slotsShown = 24;

interface BookDialogProps {
  moved: Appointment | undefined;
  onClose: () => void;
}

export function BookDialog({ moved, onClose }: BookDialogProps) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const refresh = useRefresh();
  const teams = useTeams().data?.items.filter(({ active }) => active) ?? [];
  const [chosen, setTeam] = useState('');
  const team = moved?.team ?? (chosen || teams[0]?.id || '');
  const [starts, setStarts] = useState('');
  const form = useForm(async (value) => {
    if (!starts) throw refusalOf('starts', t('appointments.chooseTime'));
    const texts = ['name', 'phone', 'email'].map((name) => [name, value(name)]).filter(([, text]) => text);
    const done = moved
      ? move(moved.id, starts)
      : book({ way: value('way') as Way, team, starts, ...Object.fromEntries(texts) });
    await done.finally(() => void refresh());
    showToast(t('appointments.booked', { when: formats.dateTime(starts) }));
    onClose();
  });
  return (
    <FormDialog
      title={t(moved ? 'appointments.moveTitle' : 'appointments.book')}
      action={t(moved ? 'appointments.move' : 'appointments.book')}
      form={form}
      onClose={onClose}
    >
      {!moved && (
        <div className={fields.pair}>
          <Select
            label={t('appointments.way')}
            name="way"
            options={ways.map((value) => ({ value, label: t(`appointments.ways.${value}`) }))}
          />
          <Select
            label={t('appointments.team')}
            value={team}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setTeam}
          />
        </div>
      )}
      <Times team={team} starts={starts} error={form.errors['starts']} onStarts={setStarts} />
      {!moved && (
        <>
          <TextField label={t('takeDown.name')} name="name" maxLength={200} optional error={form.errors['name']} />
          <div className={fields.pair}>
            <TextField label={t('takeDown.phone')} name="phone" type="tel" optional error={form.errors['phone']} />
            <TextField label={t('appointments.email')} name="email" type="email" optional error={form.errors['email']} />
          </div>
        </>
      )}
    </FormDialog>
  );
}

interface TimesProps {
  team: string;
  starts: string;
  error: string | undefined;
  onStarts: (starts: string) => void;
}

// The times of a day at which somebody is there.
function Times({ team, starts, error, onStarts }: TimesProps) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const { timeZone } = useLocale();
  const today = useToday();
  const [day, setDay] = useState(today);
  const slots = useSlots(team, startOf(day, timeZone));
  const shown = (slots.data?.items ?? []).filter((slot) => formats.dayOf(slot.starts) === day).slice(0, slotsShown);
  return (
    <>
      <DateField label={t('appointments.day')} defaultValue={day} onDone={setDay} error={error} />
      <div className={classes.slots} role="radiogroup" aria-label={t('appointments.time')}>
        {shown.map((slot) => (
          <label key={slot.starts}>
            <input
              type="radio"
              name="slot"
              checked={slot.starts === starts}
              onChange={() => {
                onStarts(slot.starts);
              }}
            />
            {formats.time(slot.starts)}
          </label>
        ))}
        {slots.data && shown.length === 0 && <p className={fields.note}>{t('appointments.noTime')}</p>}
      </div>
    </>
  );
}
