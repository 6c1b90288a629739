// Who does it and what it costs: an amount, or the minutes of the team.
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { SavedNumber, SavedSelect } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { useFormats, useLocale } from '~/ui/text/locale';
import { needsTeam, waits } from '../acts';
import { useSettings, useTeams } from '../api';
import { useSaveOffer } from '../changes';
import type { Offer } from '../wire';

export function Staffing({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  return (
    <Section title={t(needsTeam(offer.act) ? 'sections.staffing' : 'sections.cost')}>
      {needsTeam(offer.act) && <TeamField offer={offer} />}
      <div className={fields.pair}>
        <CostField offer={offer} />
        {waits(offer.act) && <WaitField offer={offer} />}
        {offer.act === 'discount' && <DiscountField offer={offer} />}
      </div>
    </Section>
  );
}

function TeamField({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const save = useSaveOffer();
  const teams = useTeams().data?.items ?? [];
  const part = {
    label: t('fields.team'),
    of: ({ team }: Offer) => team ?? '',
    put: (team: string) => ({ team }),
    told: (team: string) => teams.find(({ id }) => id === team)?.name ?? '…',
  };
  return (
    <SavedSelect
      label={t('fields.team')}
      hint={t('hints.team')}
      value={offer.team ?? ''}
      options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      onSave={(to) => save(offer.id, part, to, part.of(offer))}
    />
  );
}

// As the server has it, without the zeros behind it: "4.500000" is 4.50.
const shown = (cost: string | null | undefined) =>
  cost ? cost.replace(/(\.\d\d)0+$/, '$1').replace(/\.00$/, '') : '';

function CostField({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { currency } = useLocale();
  const save = useSaveOffer();
  const hour = useSettings().data?.hour_cost;
  const label = t('fields.cost', { currency });
  const minutes = needsTeam(offer.act)
    ? t('hints.costMinutes', { amount: hour ? formats.money(hour) : '…' })
    : t('hints.costNone');
  const part = {
    label,
    of: ({ cost }: Offer) => shown(cost),
    put: (cost: string) => ({ cost: cost === '' ? null : cost }),
    told: (cost: string) => (cost === '' ? minutes : formats.money(cost)),
  };
  return (
    <SavedNumber
      label={label}
      hint={minutes}
      value={shown(offer.cost)}
      onSave={(to, from) => save(offer.id, part, to, from)}
    />
  );
}

function WaitField({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveOffer();
  const part = {
    label: t('fields.wait'),
    of: ({ wait_most_s: wait }: Offer) => String(wait),
    put: (wait: string) => ({ wait_most_s: Number(wait) }),
    told: (wait: string) => t('seconds', { count: Number(wait), number: formats.number(Number(wait)) }),
  };
  return (
    <SavedNumber
      label={t('fields.wait')}
      hint={t('hints.wait')}
      value={String(offer.wait_most_s)}
      onSave={(to, from) => save(offer.id, part, to, from)}
    />
  );
}

const pointsOf = (percent: string) => Math.round(Number(percent) * 100);
const percentOf = (points: number | null | undefined) => String((points ?? 0) / 100);

function DiscountField({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveOffer();
  const part = {
    label: t('fields.discount'),
    of: (now: Offer) => percentOf(now.discount_basis_points),
    put: (percent: string) => ({ discount_basis_points: pointsOf(percent) }),
    told: (percent: string) => formats.percent(Number(percent) / 100, Number(percent) % 1 > 0 ? 2 : 0),
  };
  return (
    <SavedNumber
      label={t('fields.discount')}
      hint={t('hints.discount')}
      value={percentOf(offer.discount_basis_points)}
      onSave={(to, from) => save(offer.id, part, to, from)}
    />
  );
}
