// How one channel joins with another: the state, and what goes along.
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Choices } from '~/ui/form/Choices';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useChannel } from '../api';
import { useFieldEdit } from '../changes';
import type { Link, LinkState, Shared, View } from '../wire';
import { linkStates, shareds } from '../words';
import classes from './Matrix.module.css';

interface Named {
  id: string;
  name: string;
}

export interface LinkDialogProps {
  from: Named;
  to: Named;
  onClose: () => void;
}

export function LinkDialog({ from, to, onClose }: LinkDialogProps) {
  const { t } = useTranslation('channels');
  const formId = useId();
  const { data: channel } = useChannel(from.id);
  if (!channel) return null;
  return (
    <Dialog
      open
      title={t('links.title', { from: from.name, to: to.name })}
      width={460}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('views.save', { ns: 'ui' })}
          </Button>
        </>
      }
    >
      <LinkForm formId={formId} channel={channel} to={to.id} onDone={onClose} />
    </Dialog>
  );
}

interface LinkFormProps {
  formId: string;
  channel: View;
  to: string;
  onDone: () => void;
}

function LinkForm({ formId, channel, to, onDone }: LinkFormProps) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const present = channel.links.find((link) => link.to === to);
  const [draft, setDraft] = useState<Link>(
    present ?? { to, state: 'planned', shares: [], note: '' },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const others = channel.links.filter((link) => link.to !== to);
    const mine = draft.state === 'none' ? { ...draft, shares: [] } : draft;
    onDone();
    void edit({
      id: channel.id,
      field: 'links',
      from: channel.links,
      to: [...others, mine],
      words: (list) => t('links.summary', { count: list.length }),
    });
  };
  return (
    <form id={formId} className={classes.form} onSubmit={submit}>
      <Segmented
        label={t('links.state')}
        value={draft.state}
        items={linkStates.map((id) => ({ id, label: t(`linkStates.${id}`) }))}
        onChange={(state: LinkState) => {
          setDraft({ ...draft, state });
        }}
      />
      {draft.state !== 'none' && (
        <Choices
          label={t('links.shares')}
          defaultValue={draft.shares}
          options={shareds.map((value) => ({ value, label: t(`shared.${value}`) }))}
          onChange={(shares) => {
            setDraft({ ...draft, shares: shares as Shared[] });
          }}
        />
      )}
      <TextField
        label={t('links.note')}
        optional
        maxLength={500}
        defaultValue={draft.note}
        onChange={(event) => {
          setDraft({ ...draft, note: event.target.value });
        }}
      />
    </form>
  );
}
