// The offers that compete for a place: taken out one by one, found and put in.
import { IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { TextField } from '~/ui/form/TextField';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { ActIcon } from '../ActIcon';
import { useSavePlacement } from '../changes';
import classes from '../decisions.module.css';
import { chosen } from '../localList';
import type { Row } from '../offers/columns';
import { tones } from '../offers/state';
import { useOfferRows } from '../offers/useOfferList';
import type { Placement } from '../wire';

const shownMost = 6;
// As many as the server weighs at once.
const offersMost = 12;

function usePut(place: Placement) {
  const { t } = useTranslation('decisions');
  const save = useSavePlacement();
  return ({ id, name }: Row, here: boolean) => {
    const part = {
      label: t('fields.offers'),
      of: ({ offers }: Placement) => offers.includes(id),
      put: (is: boolean, { offers }: Placement) => ({
        offers: is ? [...offers, id] : offers.filter((one) => one !== id),
      }),
      told: (is: boolean) => t(is ? 'place.here' : 'place.notHere'),
      says: t(here ? 'placement.putIn' : 'placement.takenOut', { name }),
    };
    void save(place.id, part, here, !here);
  };
}

export function Competing({ place, may }: { place: Placement; may: boolean }) {
  const { t } = useTranslation('decisions');
  const rows = useOfferRows() ?? [];
  const put = usePut(place);
  const here = place.offers.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return (
    <Section title={t('placement.competing')}>
      <p className={classes.quiet}>{t(here.length > 0 ? 'placement.competingNote' : 'placement.empty')}</p>
      {here.length > 0 && (
        <ul className={classes.lines}>
          {here.map((offer) => (
            <li key={offer.id}>
              <ActIcon act={offer.act} />
              <Link className={classes.grow} to="/offers" search={{ open: offer.id }} dir="auto">
                {offer.name}
              </Link>
              {offer.state !== 'running' && (
                <Tag tone={tones[offer.state]}>{t(`states.${offer.state}`)}</Tag>
              )}
              {may && (
                <IconButton
                  label={t('placement.takeOut', { name: offer.name })}
                  onClick={() => {
                    put(offer, false);
                  }}
                >
                  <IconX aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && here.length < offersMost && (
        <Others
          rows={rows.filter(({ id }) => !place.offers.includes(id))}
          onPut={(offer) => {
            put(offer, true);
          }}
        />
      )}
    </Section>
  );
}

function Others({ rows, onPut }: { rows: readonly Row[]; onPut: (offer: Row) => void }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  if (rows.length === 0) return null;
  const found = chosen(
    rows,
    { search, filters: [], sort: { column: 'name', descending: false } },
    { words: ({ name, code }) => [name, code], values: {}, order: { name: ({ name }) => name } },
    formats.compare,
  );
  return (
    <>
      {rows.length > shownMost && (
        <TextField
          label={t('search')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
      )}
      <ul className={classes.others} aria-label={t('placement.others')}>
        {found.slice(0, shownMost).map((offer) => (
          <li key={offer.id}>
            <button
              type="button"
              aria-label={t('placement.put', { name: offer.name })}
              onClick={() => {
                onPut(offer);
              }}
            >
              <IconPlus size={16} aria-hidden />
              <span dir="auto">{offer.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={classes.quiet}>{t('nothing')}</p>}
    </>
  );
}
