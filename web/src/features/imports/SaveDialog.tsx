// Keeps a mapping under a name, over the one it came from or as a new one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { changeMapping, keepMapping, useRefresh } from './api';
import { slugOf } from '~/ui/text/slug';
import type { Kept, Mapping } from './wire';

export interface SaveDialogProps {
  mapping: Mapping;
  // What the mapping began with, and which version of it.
  kept: Kept | undefined;
  version: number;
  columns: readonly string[];
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function SaveDialog({ mapping, kept, version, columns, onSaved, onClose }: SaveDialogProps) {
  const { t } = useTranslation('imports');
  const refresh = useRefresh();
  const [over, setOver] = useState(kept !== undefined);
  const form = useForm(async (value, insists) => {
    const title = value('title');
    const name = kept && over ? kept.mapping.name : slugOf(title);
    // A file is known again by the columns that it has now.
    const body: Mapping = { ...mapping, name, title, needs: [...columns] };
    const before = kept && { ...kept, version: insists ? kept.version : version };
    const saving = before && over ? changeMapping(before, body) : keepMapping(body);
    const saved = await saving.finally(refresh);
    showToast(t('save.done', { title }));
    onSaved(saved.id);
  });
  return (
    <Dialog open title={t('save.title')} onClose={onClose}>
      <form className={fields.fields} onSubmit={form.submit} noValidate>
        <TextField
          label={t('save.name')}
          name="title"
          data-autofocus
          hint={t('save.nameHint')}
          defaultValue={kept?.mapping.title ?? ''}
          error={form.errors['title'] ?? form.errors['name']}
        />
        {kept && (
          <Checkbox
            label={t('save.over', { title: kept.mapping.title })}
            checked={over}
            onChange={(event) => {
              setOver(event.target.checked);
            }}
          />
        )}
        <FormMessage form={form} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t('save.action')}
        </Button>
      </form>
    </Dialog>
  );
}
