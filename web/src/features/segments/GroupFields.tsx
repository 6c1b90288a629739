// A group of a rule: how its parts are joined, its conditions, and the groups in it.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button, IconButton } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { ConditionFields } from './ConditionFields';
import {
  deepest,
  type Group,
  isGroup,
  type Join,
  joins,
  newCondition,
  newGroup,
  type Part,
  replaced,
  without,
  withPart,
} from './rules';
import classes from './segments.module.css';

export interface GroupFieldsProps {
  group: Group;
  depth?: number;
  onGroup: (group: Group) => void;
  // The outer group stays.
  onRemove?: () => void;
}

export function GroupFields({ group, depth = 1, onGroup, onRemove }: GroupFieldsProps) {
  const { t } = useTranslation('segments');
  return (
    <div
      role="group"
      aria-label={t(`joins.${group.join}`)}
      className={onRemove ? classes.group : fields.fields}
    >
      <Select
        label={t('join')}
        value={group.join}
        options={joins.map((id) => ({ value: id, label: t(`joins.${id}`) }))}
        onChange={(join) => {
          onGroup({ ...group, join: join as Join });
        }}
      />
      {onRemove && (
        <IconButton label={t('removeGroup')} onClick={onRemove}>
          <IconX aria-hidden />
        </IconButton>
      )}
      {group.parts.map((part, at) => (
        <PartFields
          // Parts have no name; they are changed where they stand.
          key={`${at} of ${group.parts.length}`}
          part={part}
          depth={depth + 1}
          onPart={(next) => {
            onGroup(replaced(group, at, next));
          }}
          onRemove={() => {
            onGroup(without(group, at));
          }}
        />
      ))}
      <Adding group={group} depth={depth} onGroup={onGroup} />
    </div>
  );
}

interface PartFieldsProps {
  part: Part;
  depth: number;
  onPart: (part: Part) => void;
  onRemove: () => void;
}

function PartFields({ part, depth, onPart, onRemove }: PartFieldsProps) {
  return isGroup(part) ? (
    <GroupFields group={part} depth={depth} onGroup={onPart} onRemove={onRemove} />
  ) : (
    <ConditionFields condition={part} onCondition={onPart} onRemove={onRemove} />
  );
}

function Adding({ group, depth, onGroup }: { group: Group; depth: number; onGroup: (group: Group) => void }) {
  const { t } = useTranslation('segments');
  return (
    <div className={fields.row}>
      <Button
        look="dashed"
        icon={<IconPlus aria-hidden />}
        onClick={() => {
          onGroup(withPart(group, newCondition()));
        }}
      >
        {t('addCondition')}
      </Button>
      {depth < deepest && (
        <Button
          look="dashed"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            onGroup(withPart(group, newGroup(group.join === 'any' ? 'all' : 'any')));
          }}
        >
          {t('addGroup')}
        </Button>
      )}
    </div>
  );
}
