// Adds an offer: what it brings, what it is called, by whom and where. It begins with words and limits that suit
// it, and is changed beside the list.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf, refusalOf } from '~/api/problem';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { showToast } from '~/ui/feedback/toasts';
import { Choices } from '~/ui/form/Choices';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { isDecimal } from '~/ui/text/decimal';
import { acts, needsTeam } from '../acts';
import {
  addOffer,
  changePlacement,
  readPlacement,
  useOffers,
  usePlacements,
  useRefresh,
  useTeams,
} from '../api';
import { useOffersSearch } from '../search';
import type { Act } from '../wire';
import { codeOf } from './code';
import { startLimits, startTexts } from './start';

const usualPercent = '10';

// On top of what others made of the place meanwhile.
async function putAt(place: string, offer: string): Promise<void> {
  const { version, offers } = await readPlacement(place);
  await changePlacement(place, version, { offers: [...offers, offer] });
}

function useNewOffer() {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  const refresh = useRefresh();
  const offers = useOffers().data?.items ?? [];
  const [act, setAct] = useState<Act>('call_now');
  const [percent, setPercent] = useState(usualPercent);
  const [places, setPlaces] = useState<readonly string[]>([]);
  const form = useForm(async (value) => {
    if (act === 'discount' && !(isDecimal(percent) && Number(percent) > 0)) {
      throw refusalOf('discount_basis_points', t('create.percentMissing'));
    }
    const name = value('name');
    const made = await addOffer({
      act,
      name,
      code: codeOf(name, offers.map(({ code }) => code)),
      texts: startTexts(act),
      ...startLimits(act),
      ...(needsTeam(act) ? { team: value('team') || null } : {}),
      ...(act === 'discount' ? { discount_basis_points: Math.round(Number(percent) * 100) } : {}),
    });
    // The offer is there by now: what a place refuses is told, and mended beside the list.
    for (const place of places) {
      await putAt(place, made.id).catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      });
    }
    await refresh();
    show({ tab: undefined, dialog: undefined, open: made.id });
  });
  return { form, act, setAct, setPercent, setPlaces };
}

export function NewOfferDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decisions');
  const { form, act, setAct, setPercent, setPlaces } = useNewOffer();
  const placements = usePlacements().data?.items ?? [];
  return (
    <FormDialog
      title={t('create.title')}
      width={460}
      action={t('create.add')}
      form={form}
      onClose={onClose}
    >
      <Select
        label={t('fields.act')}
        hint={t(`actHints.${act}`)}
        value={act}
        options={acts.map((id) => ({ value: id, label: t(`acts.${id}`) }))}
        onChange={(next) => {
          setAct(next as Act);
        }}
      />
      <TextField
        key={act}
        label={t('fields.name')}
        name="name"
        hint={t('hints.name')}
        maxLength={120}
        defaultValue={t(`acts.${act}`)}
        error={form.errors['name'] ?? form.errors['code']}
      />
      {needsTeam(act) && <TeamField error={form.errors['team']} />}
      {act === 'discount' && (
        <NumberField
          label={t('fields.discount')}
          hint={t('hints.discount')}
          defaultValue={usualPercent}
          error={form.errors['discount_basis_points']}
          onChange={setPercent}
        />
      )}
      {placements.length > 0 && (
        <Choices
          label={t('fields.places')}
          hint={t('hints.places')}
          options={placements.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPlaces}
        />
      )}
    </FormDialog>
  );
}

function TeamField({ error }: { error: string | undefined }) {
  const { t } = useTranslation('decisions');
  const teams = useTeams().data?.items ?? [];
  return (
    <Select
      key={teams.length}
      label={t('fields.team')}
      hint={teams.length === 0 ? t('hints.noTeams') : t('hints.team')}
      name="team"
      options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
    />
  );
}
