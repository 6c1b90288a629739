// Somebody who handles contacts: in which teams, what they can do, and how much at once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { usePeople } from '~/platform/people';
import { Checkbox, Choices } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { useAgents, useRefresh, useTeams } from '../api';
import type { Agent } from '../wire';
import { saveAgent } from './api';
import { wordsOf } from './hours';

interface DialogProps {
  user: string;
  onClose: () => void;
}

export function AgentDialog({ user, onClose }: DialogProps) {
  const agents = useAgents().data?.items;
  const agent = agents?.find((one) => one.user_id === user);
  if (!agents || (user !== 'new' && !agent)) return null;
  return <Form agent={agent} known={agents} onClose={onClose} />;
}

const usualChats = 3;

interface FormProps {
  agent: Agent | undefined;
  known: readonly Agent[];
  onClose: () => void;
}

function Form({ agent, known, onClose }: FormProps) {
  const { t } = useTranslation('contacts');
  const refresh = useRefresh();
  const people = usePeople();
  const all = useTeams().data?.items ?? [];
  const [teams, setTeams] = useState<readonly string[]>(agent?.teams ?? (all.length === 1 ? all.map(({ id }) => id) : []));
  const others = people.options.filter(({ value }) => !known.some(({ user_id: id }) => id === value));
  const form = useForm(async (value) => {
    const user = agent?.user_id ?? value('user');
    const saved = await saveAgent(user, {
      teams: [...teams],
      skills: wordsOf(value('skills')),
      languages: wordsOf(value('languages')),
      chats_most: Number(value('chats')),
      takes_calls: value('calls') === 'on',
      extension: value('extension'),
      active: !agent || value('active') === 'on',
    }).finally(() => void refresh());
    showToast(t('teams.saved', { name: saved.name }));
    onClose();
  });
  const text = (name: string, label: string, shown: string, hint?: string, error = name) => (
    <TextField
      label={label}
      name={name}
      hint={hint}
      defaultValue={shown}
      autoComplete="off"
      error={form.errors[error]}
    />
  );
  return (
    <FormDialog title={agent?.name ?? t('teams.newPerson')} form={form} onClose={onClose}>
      {!agent && <Select label={t('teams.person')} name="user" options={others} error={form.errors['user']} />}
      <Choices
        label={t('teams.teams')}
        value={teams}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['teams']}
        onChange={setTeams}
      />
      <div className={fields.pair}>
        {text('skills', t('teams.skills'), agent?.skills.join(', ') ?? '', t('teams.skillsHint'))}
        {text('languages', t('teams.languages'), agent?.languages.join(', ') ?? '', t('teams.languagesHint'))}
        {text('chats', t('teams.chats'), String(agent?.chats_most ?? usualChats), undefined, 'chats_most')}
        {text('extension', t('teams.extension'), agent?.extension ?? '', t('teams.extensionHint'))}
      </div>
      <Checkbox name="calls" label={t('teams.takesCalls')} defaultChecked={agent?.takes_calls ?? true} />
      {agent && <Checkbox name="active" label={t('teams.activePerson')} defaultChecked={agent.active} />}
    </FormDialog>
  );
}
