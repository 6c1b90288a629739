// A team: on whose account it works, what its people can do, when it is open, what it promises, and who helps.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { type Values, useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { slugOf } from '~/ui/text/slug';
import { useRefresh, useStores, useTeams } from '../api';
import type { Team } from '../wire';
import { saveTeam } from './api';
import { hoursOn, openingsOf, weekdays, wordsOf } from './hours';
import classes from './teams.module.css';

interface DialogProps {
  id: string;
  onClose: () => void;
}

export function TeamDialog({ id, onClose }: DialogProps) {
  const teams = useTeams().data?.items;
  const now = teams?.find((one) => one.id === id);
  if (!teams || (id !== 'new' && !now)) return null;
  return <Form now={now} others={teams.filter((one) => one.id !== id)} onClose={onClose} />;
}

const times = ['answer_s', 'accept_s', 'wrap_up_s', 'overflow_s', 'waiting_most'] as const;
const usual = { answer_s: 30, accept_s: 20, wrap_up_s: 60, overflow_s: 120, waiting_most: 1_000 };

function hoursIn(value: Values, says: string): Team['hours'] {
  return weekdays.flatMap((weekday) => {
    const found = openingsOf(value(`day${String(weekday)}`), weekday);
    if (!found) throw refusalOf(`day${String(weekday)}`, says);
    return found;
  });
}

interface FormProps {
  now: Team | undefined;
  others: readonly Team[];
  onClose: () => void;
}

function Form({ now, others, onClose }: FormProps) {
  const { t } = useTranslation('contacts');
  const refresh = useRefresh();
  const channels = useChannelNames();
  const stores = useStores();
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [team] = useState(now);
  const form = useForm(async (value, insists) => {
    const name = value('name');
    const numbers = Object.fromEntries(times.map((field) => [field, Number(value(field))]));
    await saveTeam(insists ? now : team, slugOf(name), {
      ...numbers,
      name,
      channel: value('channel'),
      skills: wordsOf(value('skills')),
      languages: wordsOf(value('languages')),
      hours: hoursIn(value, t('teams.hoursWrong')),
      closed_on_holidays: value('closed') === 'on',
      overflow_to: value('overflow') || null,
      location: value('location') || null,
      active: !team || value('active') === 'on',
    }).finally(() => void refresh());
    showToast(t('teams.saved', { name }));
    onClose();
  });
  const text = (name: string, label: string, shown: string, hint?: string) => (
    <TextField
      label={label}
      name={name}
      hint={hint}
      defaultValue={shown}
      autoComplete="off"
      error={form.errors[name]}
    />
  );
  return (
    <FormDialog title={team?.name ?? t('teams.newTeam')} form={form} onClose={onClose}>
      {text('name', t('teams.name'), team?.name ?? '')}
      <Select
        label={t('teams.channel')}
        hint={t('teams.channelHint')}
        name="channel"
        defaultValue={team?.channel ?? channels.list.find((one) => one.form === 'contact_centre')?.id ?? ''}
        options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['channel']}
      />
      <Select
        label={t('teams.location')}
        hint={t('teams.locationHint')}
        name="location"
        empty={t('teams.nowhere')}
        defaultValue={team?.location ?? ''}
        options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['location']}
      />
      <div className={fields.pair}>
        {text('skills', t('teams.skills'), team?.skills.join(', ') ?? '', t('teams.skillsHint'))}
        {text('languages', t('teams.languages'), team?.languages.join(', ') ?? '', t('teams.languagesHint'))}
      </div>
      <fieldset className={`${fields.fields} ${classes.week}`}>
        <legend>{t('teams.hours')}</legend>
        <p className={fields.note}>{t('teams.hoursHint')}</p>
        {weekdays.map((weekday) => (
          <TextField
            key={weekday}
            label={t(`teams.weekdays.${weekday}`)}
            name={`day${String(weekday)}`}
            defaultValue={hoursOn(team?.hours ?? [], weekday)}
            autoComplete="off"
            error={form.errors[`day${String(weekday)}`]}
          />
        ))}
        <Checkbox name="closed" label={t('teams.closed')} defaultChecked={team?.closed_on_holidays ?? true} />
      </fieldset>
      <div className={fields.pair}>
        {times.map((field) => (
          <TextField
            key={field}
            label={t(`teams.times.${field}`)}
            name={field}
            inputMode="numeric"
            defaultValue={String(team?.[field] ?? usual[field])}
            autoComplete="off"
            error={form.errors[field]}
          />
        ))}
        <Select
          label={t('teams.overflow')}
          name="overflow"
          empty={t('teams.nobody')}
          defaultValue={team?.overflow_to ?? ''}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          error={form.errors['overflow_to']}
        />
      </div>
      {team && <Checkbox name="active" label={t('teams.activeLabel')} defaultChecked={team.active} />}
    </FormDialog>
  );
}
