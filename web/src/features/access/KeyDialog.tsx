// Making a key, and showing it this once.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '~/api';
import { CopyField } from '~/platform/CopyField';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { RightsFields } from './RightsFields';
import { useRights } from './useRights';

type Scope = Schemas['api.KeyScope'];

const scopes: readonly Scope[] = ['ingest', 'track', 'api', 'metrics'];

export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('access');
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog open title={secret === null ? t('keys.make') : t('keys.made')} onClose={onClose}>
      {secret === null ? (
        <KeyForm onMade={setSecret} />
      ) : (
        <div className={fields.fields}>
          <Notice tone="warn">{t('keys.onlyOnce')}</Notice>
          <CopyField label={t('keys.secret')} value={secret} />
          <div className={fields.row}>
            <Button onClick={onClose}>{t('keys.kept')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function KeyForm({ onMade }: { onMade: (secret: string) => void }) {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const [scope, setScope] = useState<Scope>('ingest');
  const rights = useRights('analyst');
  const form = useForm(async (value) => {
    const origins = value('origins').split(/\s+/).filter(Boolean);
    const body = {
      name: value('name'),
      scope,
      ...(scope === 'api' ? await rights.settled() : {}),
      ...(scope === 'track' ? { origins } : {}),
    };
    onMade((await data(api.POST('/api/v1/access/keys', { body }))).secret);
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/access/keys'] });
  });
  const originsError =
    form.errors['origins'] ??
    Object.entries(form.errors).find(([field]) => field.startsWith('origins.'))?.[1];
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <TextField
        label={t('keys.name')}
        name="name"
        data-autofocus
        hint={t('keys.nameHint')}
        error={form.errors['name']}
      />
      <Select
        label={t('keys.scope')}
        value={scope}
        options={scopes.map((id) => ({ value: id, label: t(`keys.scopes.${id}`) }))}
        hint={t(`keys.scopeHints.${scope}`)}
        onChange={(chosen) => {
          setScope(chosen as Scope);
        }}
      />
      {scope === 'track' && (
        <TextArea
          label={t('keys.origins')}
          name="origins"
          rows={3}
          hint={t('keys.originsHint')}
          error={originsError}
        />
      )}
      {scope === 'api' && (
        <RightsFields {...rights.fields} errors={form.errors} />
      )}
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <Button type="submit" look="primary" busy={form.busy}>
        {t('keys.make')}
      </Button>
    </form>
  );
}
