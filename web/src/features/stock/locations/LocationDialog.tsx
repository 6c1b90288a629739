// A location: what it is, whether what lies there is promised to customers, and when it is drawn on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { mayDo, reading, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { slugOf } from '~/ui/text/slug';
import { addLocation, changeLocation, useLocationHistory, useLocations, useRefresh } from '../api';

import type { Location, LocationKind } from '../wire';
import { kindOptions } from '../words';
import { useChannelOf } from './useChannelOf';

export function LocationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const known = useLocations().data?.items;
  const now = known?.find((one) => one.id === id);
  if (!known || (id !== 'new' && !now)) return null;
  return <Form now={now} onClose={onClose} />;
}

const usualRank = '100';

function Form({ now, onClose }: { now: Location | undefined; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const refresh = useRefresh();
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [location] = useState(now);
  const [rank, setRank] = useState(location ? String(location.rank) : usualRank);
  const [kind, setKind] = useState<LocationKind>(location?.kind ?? 'warehouse');
  const usual = kind !== 'partner' && kind !== 'in_transit';
  const tells = mayDo(useMe(), reading);
  const { options, current, settle } = useChannelOf(location?.id);
  const form = useForm(async (value, insists) => {
    const name = value('name');
    const body = { name, rank: Number(rank), sells: value('sells') === 'on' };
    const known = insists ? now : location;
    const saving = known
      ? changeLocation(known, { ...body, active: value('active') === 'on' })
      : addLocation({ ...body, kind, code: slugOf(name) });
    const { id } = await saving.finally(refresh);
    await settle(id, value('channel'));
    showToast(t('location.saved', { name }));
    onClose();
  });
  return (
    <FormDialog
      title={location?.name ?? t('location.new')}
      width={440}
      form={form}
      below={location && tells && <History id={location.id} />}
      onClose={onClose}
    >
      <TextField
        label={t('fields.name')}
        name="name"
        maxLength={120}
        defaultValue={location?.name ?? ''}
        error={form.errors['name'] ?? form.errors['code']}
      />
      {!location && (
        <Select
          label={t('fields.kind')}
          value={kind}
          options={kindOptions(t)}
          onChange={(next) => {
            setKind(next as LocationKind);
          }}
        />
      )}
      {kind !== 'in_transit' && options.length > 0 && (
        <Select
          key={current}
          label={t('location.channel')}
          hint={t('location.channelHint')}
          name="channel"
          empty={t('location.noChannel')}
          options={options}
          defaultValue={current}
        />
      )}
      <NumberField
        label={t('fields.rank')}
        hint={t('location.rankHint')}
        inputMode="numeric"
        defaultValue={rank}
        error={form.errors['rank']}
        onChange={setRank}
      />
      <Checkbox
        key={kind}
        name="sells"
        label={t('location.sellsLabel')}
        defaultChecked={location?.sells ?? usual}
      />
      {location && (
        <Checkbox name="active" label={t('location.activeLabel')} defaultChecked={location.active} />
      )}
    </FormDialog>
  );
}

const trailFields = ['name', 'sells', 'rank', 'active'] as const;

function History({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  const query = useLocationHistory(id);
  return <TrailSection query={query} fields={trailFields} nameOf={(field) => t(`locationFields.${field}`)} />;
}
