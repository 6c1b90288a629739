// Hands a contact on to another team or to one person who is there, with what they should know.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { TextArea } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { Dialog } from '~/ui/overlay/Dialog';
import { handOn, useAgents, useRefresh, useTeams } from '../api';
import type { Contact } from '../wire';

export function HandOnDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const me = useMe();
  const refresh = useRefresh();
  const teams = useTeams().data?.items.filter(({ active }) => active) ?? [];
  const agents = useAgents().data?.items ?? [];
  const there = agents.filter((one) => one.presence === 'online' && one.active && one.user_id !== me.id);
  const [to, setTo] = useState('');
  const form = useForm(async (value) => {
    const note = value('note');
    const target = to.startsWith('usr_') ? { agent: to } : { team: to || contact.team };
    await handOn(contact.id, { ...target, ...(note ? { note } : {}) }).finally(() => void refresh());
    showToast(t('handOn.done'));
    onClose();
  });
  return (
    <Dialog open title={t('handOn.title')} onClose={onClose}>
      <form className={fields.fields} onSubmit={form.submit} noValidate>
        <Select
          label={t('handOn.to')}
          value={to || contact.team}
          options={[
            ...teams.map(({ id, name }) => ({ value: id, label: t('handOn.team', { name }) })),
            ...there.map(({ user_id: id, name }) => ({ value: id, label: name })),
          ]}
          error={form.errors['team'] ?? form.errors['agent']}
          onChange={setTo}
        />
        <TextArea
          label={t('handOn.note')}
          hint={t('handOn.noteHint')}
          name="note"
          optional
          rows={3}
          maxLength={2_000}
          error={form.errors['note']}
        />
        <FormMessage form={form} />
        <Button look="primary" type="submit" busy={form.busy}>
          {t('handOn.action')}
        </Button>
      </form>
    </Dialog>
  );
}
