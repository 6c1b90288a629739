// One condition: at least or at most so much of something, in the last days, on a channel.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { IconButton } from '~/ui/control/Button';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { type Condition, type Measure, measures, shownValue } from './rules';
import classes from './segments.module.css';

export interface ConditionFieldsProps {
  condition: Condition;
  onCondition: (condition: Condition) => void;
  onRemove: () => void;
}

const periods = [30, 90, 180, 365, 730] as const;

export function ConditionFields({ condition, onCondition, onRemove }: ConditionFieldsProps) {
  const { t } = useTranslation('segments');
  const channels = useChannelNames();
  const { measure, days } = condition;
  return (
    <div className={classes.condition}>
      <Select
        label={t('measure')}
        value={measure}
        options={measures.map((id) => ({ value: id, label: t(`measures.${id}`) }))}
        onChange={(id) => {
          onCondition({ ...condition, measure: id as Measure });
        }}
      />
      <Select
        label={t('is')}
        value={condition.is}
        options={(['at_least', 'at_most'] as const).map((id) => ({ value: id, label: t(`comparisons.${id}`) }))}
        onChange={(id) => {
          onCondition({ ...condition, is: id as Condition['is'] });
        }}
      />
      <NumberField
        label={t('value')}
        defaultValue={shownValue(condition)}
        onChange={(value) => {
          onCondition({ ...condition, value });
        }}
      />
      <Select
        label={t('period')}
        value={days ? String(days) : ''}
        empty={t('ever')}
        options={[...new Set([...periods, ...(days ? [days] : [])])].map((count) => ({
          value: String(count),
          label: t('lastDays', { count }),
        }))}
        onChange={(value) => {
          onCondition({ ...condition, days: value ? Number(value) : null });
        }}
      />
      <Select
        label={t('channel')}
        value={condition.channel ?? ''}
        empty={t('allChannels')}
        options={channels.list.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(value) => {
          onCondition({ ...condition, channel: value || null });
        }}
      />
      {condition.kind && <small>{t('ofKind', { kind: condition.kind })}</small>}
      <IconButton label={t('removeCondition')} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
