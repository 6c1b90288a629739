// The rule of a segment, with how many customers it holds for while it is being written.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, type Schemas } from '~/api';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { usePeople } from '~/platform/people';
import { mayDo, reading, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { slugOf } from '~/ui/text/slug';
import { GroupFields } from './GroupFields';
import { LiveCount } from './LiveCount';
import { groupOf, isComplete, newGroup, ruleOf } from './rules';

export interface SegmentDialogProps {
  segment: Schemas['segments.Listed'] | undefined;
  may: boolean;
  onClose: () => void;
}

export function SegmentDialog({ segment: now, may, onClose }: SegmentDialogProps) {
  const { t } = useTranslation('segments');
  const cache = useQueryClient();
  // Agents do not count: conditions on margin would tell them what they may not see.
  const counts = mayDo(useMe(), reading);
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [segment] = useState(now);
  const people = usePeople();
  const [group, setGroup] = useState(() => (segment ? groupOf(segment.rule) : newGroup('all')));
  const rule = ruleOf(group);
  const form = useForm(async (value, insists) => {
    const name = value('name');
    const version = (insists ? now : segment)?.version ?? 0;
    const body = { name, description: value('description'), rule, owner: value('owner') || null };
    const saving = segment
      ? data(
          api.PATCH('/api/v1/segments/{id}', {
            params: { path: { id: segment.id }, header: ifMatch(version) },
            body,
          }),
        )
      : data(api.POST('/api/v1/segments', { body: { ...body, code: slugOf(name) } }));
    await saving.finally(() => cache.invalidateQueries({ queryKey: ['get', '/api/v1/segments'] }));
    showToast(t('saved', { name }));
    onClose();
  });
  const wrong = form.problem?.fields.find(({ pointer }) => pointer.startsWith('/rule'));
  return (
    <Dialog open title={segment?.name ?? t('create')} width={720} onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        <fieldset className={fields.fields} disabled={!may}>
          <TextField
            label={t('name')}
            name="name"
            data-autofocus
            defaultValue={segment?.name ?? ''}
            error={form.errors['name'] ?? form.errors['code']}
          />
          <TextField
            label={t('description')}
            name="description"
            optional
            defaultValue={segment?.description ?? ''}
            error={form.errors['description']}
          />
          <Select
            key={String(people.ready)}
            label={t('owner')}
            name="owner"
            optional
            empty={t('nobody')}
            options={people.options}
            defaultValue={segment?.owner ?? ''}
            error={form.errors['owner']}
          />
          <GroupFields group={group} onGroup={setGroup} />
          {counts && isComplete(group) && <LiveCount rule={rule} />}
          {wrong && <Notice tone="bad">{wrong.message}</Notice>}
          <FormMessage form={form} />
          {may && (
            <Button type="submit" look="primary" busy={form.busy}>
              {t('save')}
            </Button>
          )}
        </fieldset>
      </form>
    </Dialog>
  );
}
