// The rule of a segment, with how many customers it holds for while it is being written.
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, type Schemas } from '~/api';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { slugOf } from '~/ui/text/slug';
import { ConditionFields } from './ConditionFields';
import { LiveCount } from './LiveCount';
import { type Condition, conditionsOf, isComplete, newCondition, ruleOf } from './rules';

export interface SegmentDialogProps {
  segment: Schemas['segments.Listed'] | undefined;
  may: boolean;
  onClose: () => void;
}

export function SegmentDialog({ segment, may, onClose }: SegmentDialogProps) {
  const { t } = useTranslation('segments');
  const cache = useQueryClient();
  const known = segment ? conditionsOf(segment.rule) : [newCondition()];
  const [conditions, setConditions] = useState<readonly Condition[]>(known ?? []);
  const rule = known === null && segment ? segment.rule : ruleOf(conditions);
  const form = useForm(async (value) => {
    const name = value('name');
    const body = { name, description: value('description'), rule };
    await (segment
      ? data(
          api.PATCH('/api/v1/segments/{id}', {
            params: { path: { id: segment.id }, header: ifMatch(segment.version) },
            body,
          }),
        )
      : data(api.POST('/api/v1/segments', { body: { ...body, code: slugOf(name) } })));
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/segments'] });
    showToast(t('saved', { name }));
    onClose();
  });
  return (
    <Dialog open title={segment?.name ?? t('create')} width={640} onClose={onClose}>
      <form className={fields.fields} onSubmit={form.submit} noValidate>
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
        {known === null && <Notice>{t('saysMore')}</Notice>}
        {conditions.map((condition, at) => (
          <ConditionFields
            // Conditions have no name; they are changed where they stand.
            key={`${at} of ${conditions.length}`}
            condition={condition}
            onCondition={(next) => {
              setConditions(conditions.map((one, index) => (index === at ? next : one)));
            }}
            onRemove={() => {
              setConditions(conditions.filter((_, index) => index !== at));
            }}
          />
        ))}
        {known !== null && (
          <div>
            <Button
              look="dashed"
              icon={<IconPlus aria-hidden />}
              onClick={() => {
                setConditions([...conditions, newCondition()]);
              }}
            >
              {t('addCondition')}
            </Button>
          </div>
        )}
        {(known === null || isComplete(conditions)) && <LiveCount rule={rule} />}
        {form.message && <Notice tone="bad">{form.message}</Notice>}
        {may && (
          <Button type="submit" look="primary" busy={form.busy}>
            {t('save')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
