// One place beside the list: its channel, the offers that compete for it, and what was changed of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { SavedNumber, SavedSelect, SavedText } from '~/platform/SavedField';
import { managing, mayDo, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats, useLocale } from '~/ui/text/locale';
import { usePlacementHistory, usePlacements } from '../api';
import { type PlacementPart, useSavePlacement } from '../changes';
import classes from '../decisions.module.css';
import { useOffersSearch } from '../search';
import type { Placement } from '../wire';
import { Competing } from './Competing';

export function PlacementPanel({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  const query = usePlacements();
  const place = query.data?.items.find((one) => one.id === id);
  const may = mayDo(useMe(), managing);
  return (
    <SidePanel
      title={place?.name ?? t('fields.place')}
      sub={place && <Sub place={place} />}
      actions={place && may && <OnOff place={place} />}
      onClose={() => {
        show({ open: undefined });
      }}
    >
      <Loaded query={query} lines={8}>
        {() =>
          place ? (
            <>
              <fieldset className={classes.plain} disabled={!may}>
                <Competing place={place} may={may} />
                <Basics place={place} />
                <OthersPage place={place} />
              </fieldset>
              <History id={id} />
            </>
          ) : (
            <EmptyState title={t('placement.unknown')} text={t('placement.unknownText')} />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function Sub({ place: { active, channel, code } }: { place: Placement }) {
  const { t } = useTranslation('decisions');
  const channels = useChannelNames();
  return (
    <>
      <Tag tone={active ? 'good' : 'outline'} dot={active}>
        {t(active ? 'on' : 'off')}
      </Tag>
      <span dir="auto">{channels.nameOf(channel)}</span>
      <code>{code}</code>
    </>
  );
}

function OnOff({ place: { id, name, active } }: { place: Placement }) {
  const { t } = useTranslation('decisions');
  const save = useSavePlacement();
  const part: PlacementPart<boolean> = {
    label: t('fields.active'),
    of: (now) => now.active,
    put: (on) => ({ active: on }),
    told: (on) => t(on ? 'on' : 'off'),
    says: t(active ? 'wasSwitchedOff' : 'wasSwitchedOn', { name }),
  };
  return (
    <Button onClick={() => void save(id, part, !active, active)}>
      {t(active ? 'switchOff' : 'switchOn')}
    </Button>
  );
}

function Basics({ place }: { place: Placement }) {
  const { t } = useTranslation('decisions');
  const save = useSavePlacement();
  const channels = useChannelNames();
  const name: PlacementPart<string> = {
    label: t('fields.name'),
    of: (now) => now.name,
    put: (value) => ({ name: value }),
    told: String,
  };
  const channel: PlacementPart<string> = {
    label: t('fields.channel'),
    of: (now) => now.channel,
    put: (value) => ({ channel: value }),
    told: channels.nameOf,
  };
  return (
    <Section title={t('fields.place')}>
      <SavedText
        label={t('fields.name')}
        value={place.name}
        onSave={(to, from) => save(place.id, name, to, from)}
      />
      <SavedSelect
        label={t('fields.channel')}
        value={place.channel}
        options={channels.list.map((one) => ({ value: one.id, label: one.name }))}
        onSave={(to) => save(place.id, channel, to, place.channel)}
      />
      <p className={classes.quiet}>{t('placement.codeHint', { code: place.code })}</p>
    </Section>
  );
}

// Of a page of somebody else: what they get for each who accepts, and what visitors agree to who leave a number.
function OthersPage({ place }: { place: Placement }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { currency } = useLocale();
  const save = useSavePlacement();
  const fee: PlacementPart<string | null> = {
    label: t('pages.fee'),
    of: (now) => now.fee ?? null,
    put: (value) => ({ fee: value }),
    told: (value) => (value === null ? '-' : formats.money(value)),
  };
  const agreement: PlacementPart<Placement['agreement']> = {
    label: t('pages.agreement'),
    of: (now) => now.agreement,
    put: (value) => ({ agreement: value }),
    told: ({ nl, en }) => `${nl} / ${en}`,
  };
  const atOnce: PlacementPart<boolean> = {
    label: t('pages.atOnce'),
    of: (now) => now.at_once,
    put: (value) => ({ at_once: value }),
    told: (value) => t(value ? 'pages.now' : 'pages.later'),
  };
  // Written in one language it waits for the other.
  const [half, setHalf] = useState<Placement['agreement'] | null>(null);
  const shown = half ?? place.agreement;
  const write = (language: 'nl' | 'en') => (to: string) => {
    const whole = { ...shown, [language]: to };
    const isHalf = (whole.nl === '') !== (whole.en === '');
    setHalf(isHalf ? whole : null);
    return isHalf ? Promise.resolve(null) : save(place.id, agreement, whole, place.agreement);
  };
  return (
    <Section title={t('pages.others')}>
      <p className={classes.quiet}>{t('pages.othersNote')}</p>
      <SavedNumber
        label={`${t('pages.fee')} (${currency})`}
        hint={t('pages.feeHint')}
        value={place.fee ?? ''}
        onSave={(to) => save(place.id, fee, to === '' ? null : to, place.fee ?? null)}
      />
      <SavedSelect
        label={t('pages.atOnce')}
        hint={t('pages.atOnceHint')}
        value={String(place.at_once)}
        options={[false, true].map((value) => ({ value: String(value), label: atOnce.told(value) }))}
        onSave={(to) => save(place.id, atOnce, to === 'true', place.at_once)}
      />
      {(['nl', 'en'] as const).map((language) => (
        <SavedText
          key={language}
          lines={3}
          label={t('inLanguage', { what: t('pages.agreement'), language: t(`languages.${language}`) })}
          hint={language === 'nl' ? t('pages.agreementHint') : undefined}
          value={shown[language]}
          onSave={write(language)}
        />
      ))}
    </Section>
  );
}

const told = ['name', 'channel', 'offers', 'active', 'fee', 'agreement', 'at_once'] as const;

function History({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  return (
    <TrailSection query={usePlacementHistory(id)} fields={told} nameOf={(field) => t(`history.${field}`)} />
  );
}
