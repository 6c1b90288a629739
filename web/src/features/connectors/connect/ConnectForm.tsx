// Names the source and its channel, and makes the key that it sends with.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import { addSource, makeKey, useRefresh } from '../api';
import type { Made } from './ConnectDialog';
import type { ToolInfo } from './tools';

export interface ConnectFormProps {
  tool: ToolInfo;
  onMade: (made: Made) => void;
  onBack: () => void;
}

export function ConnectForm({ tool, onMade, onBack }: ConnectFormProps) {
  const { t } = useTranslation('connectors');
  const channels = useChannelNames();
  const refresh = useRefresh();
  const page = tool.place === 'page';
  // A second try after a refusal goes on with the key that is there.
  const [key, setKey] = useState<{ id: string; secret: string } | null>(null);
  const form = useForm(async (value) => {
    const [name, channel] = [value('name'), value('channel')];
    // Refused before there is a key, which would have to be revoked by hand.
    if (!channel) throw refusalOf('channel', t('connect.chooseChannel'));
    let mine = key;
    if (!mine) {
      const origins = value('origins').split(/\s+/).filter(Boolean);
      const { key: fresh, secret } = await makeKey({
        name,
        scope: page ? 'track' : 'ingest',
        ...(page ? { origins } : {}),
      });
      mine = { id: fresh.id, secret };
      setKey(mine);
    }
    const source = await addSource({
      name,
      kind: 'live',
      key: mine.id,
      channel,
      precedence: page ? 'browser' : 'server',
    });
    await refresh();
    onMade({ source, secret: mine.secret });
  });
  const origins =
    form.errors['origins'] ??
    Object.entries(form.errors).find(([field]) => field.startsWith('origins.'))?.[1];
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <TextField
        label={t('source.name')}
        name="name"
        data-autofocus
        hint={t('connect.nameHint')}
        defaultValue={tool.name}
        error={form.errors['name']}
      />
      <Select
        label={t('source.channel')}
        name="channel"
        empty={t('connect.chooseChannel')}
        hint={t('source.channelHint')}
        options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['channel']}
      />
      {page && (
        <TextArea
          label={t('connect.origins')}
          name="origins"
          rows={2}
          hint={t('connect.originsHint')}
          error={origins}
        />
      )}
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <div className={fields.row}>
        <Button onClick={onBack}>{t('connect.back')}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('connect.make')}
        </Button>
      </div>
    </form>
  );
}
