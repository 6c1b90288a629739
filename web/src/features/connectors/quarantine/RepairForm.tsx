// Repairs for all events of a group at once: a field gets a value, or where it has one value another.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paged, queries } from '~/api';
import { Button, IconButton } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import type { Group } from '../api';
import classes from '../connectors.module.css';
import type { Repair } from '../wire';
import {
  asProperty,
  fields,
  isProperty,
  pointedAt,
  propertyOf,
  repairOf,
  valueIn,
} from './repairs';
import type { Tried } from './useTried';

export interface RepairFormProps {
  group: Group;
  repairs: readonly Repair[];
  tried: Tried;
  busy: boolean;
  onRepairs: (repairs: readonly Repair[]) => void;
  onReplay: () => void;
}

export function RepairForm({ group, repairs, tried, busy, onRepairs, onReplay }: RepairFormProps) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const first = useFirst(group);
  const good = tried.data ? tried.data.accepted + tried.data.duplicates : 0;
  return (
    <div className={classes.fields}>
      {first && <p className={classes.quiet}>{first.message}</p>}
      {repairs.map((repair, at) => (
        <RepairFields
          // Repairs have no name; they are changed where they stand.
          key={`${at} of ${repairs.length}`}
          repair={repair}
          example={first ? valueIn(first.draft, repair.field) : ''}
          onRepair={(next) => {
            onRepairs(repairs.map((one, index) => (index === at ? next : one)));
          }}
          onRemove={() => {
            onRepairs(repairs.filter((_, index) => index !== at));
          }}
        />
      ))}
      <div>
        <Button
          look="dashed"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            onRepairs([...repairs, repairOf(first ? pointedAt(first) : 'kind')]);
          }}
        >
          {t('repair.add')}
        </Button>
      </div>
      {tried.problem && <Notice tone="bad">{tried.problem.message}</Notice>}
      {tried.data && (
        <Notice tone={good > 0 ? 'good' : 'info'}>
          {t(tried.data.next ? 'repair.ofFirst' : 'repair.wouldBe', {
            good: formats.number(good),
            all: formats.number(tried.data.looked_at),
          })}
        </Notice>
      )}
      <div>
        <Button look="primary" busy={busy} disabled={good === 0} onClick={onReplay}>
          {t('repair.replay')}
        </Button>
      </div>
    </div>
  );
}

// The first event of a group: what is wrong with it is most often wrong with all.
function useFirst(group: Group) {
  const { data } = queries.useInfiniteQuery(
    'get',
    '/api/v1/events/quarantine',
    { params: { query: { ...group, limit: 20 } } },
    paged,
  );
  return data?.pages[0]?.items[0];
}

const property = 'property';

interface RepairFieldsProps {
  repair: Repair;
  // What stands there now in the first event.
  example: string;
  onRepair: (repair: Repair) => void;
  onRemove: () => void;
}

function RepairFields({ repair, example, onRepair, onRemove }: RepairFieldsProps) {
  const { t } = useTranslation('connectors');
  const own = isProperty(repair.field);
  const options = [
    ...fields.map((id) => ({ value: id, label: t(`fields.${id}`) })),
    { value: property, label: t('fields.property') },
  ];
  return (
    <div className={classes.repair}>
      <Select
        label={t('repair.field')}
        value={own ? property : repair.field}
        options={options}
        onChange={(field) => {
          onRepair(repairOf(field === property ? asProperty('') : field));
        }}
      />
      {own && (
        <TextField
          label={t('repair.property')}
          value={propertyOf(repair.field)}
          onChange={(event) => {
            onRepair({ ...repair, field: asProperty(event.target.value) });
          }}
        />
      )}
      {repair.field !== 'identities' && (
        <>
          <TextField
            label={t('repair.is')}
            optional
            placeholder={example}
            value={repair.is ?? ''}
            onChange={(event) => {
              const { field, to } = repair;
              const is = event.target.value;
              onRepair({ field, ...(to === undefined ? {} : { to }), ...(is ? { is } : {}) });
            }}
          />
          <TextField
            label={t('repair.to')}
            value={repair.to ?? ''}
            onChange={(event) => {
              onRepair({ ...repair, to: event.target.value });
            }}
          />
        </>
      )}
      <IconButton label={t('repair.remove')} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
