// Where an offer competes to be made: ticking a place puts the offer there.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Problem } from '~/api/problem';
import { SavedChoices } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { usePlacements } from '../api';
import { useSavePlacement } from '../changes';
import classes from '../decisions.module.css';
import type { Placement } from '../wire';
import type { Row } from './columns';

export function Places({ offer }: { offer: Row }) {
  const { t } = useTranslation('decisions');
  const placements = usePlacements().data?.items ?? [];
  const save = useSavePlacement();
  const here = offer.places.map(({ id }) => id);
  // One tick changes one place.
  const put = async (to: readonly string[], from: readonly string[]): Promise<Problem | null> => {
    const moved = placements.find(({ id }) => to.includes(id) !== from.includes(id));
    if (!moved) return null;
    const added = to.includes(moved.id);
    const part = {
      label: moved.name,
      of: ({ offers }: Placement) => offers.includes(offer.id),
      put: (is: boolean, { offers }: Placement) => ({
        offers: is ? [...offers, offer.id] : offers.filter((id) => id !== offer.id),
      }),
      told: (is: boolean) => t(is ? 'place.here' : 'place.notHere'),
      says: t(added ? 'place.added' : 'place.removed', { name: moved.name }),
    };
    return save(moved.id, part, added, !added);
  };
  return (
    <Section title={t('sections.places')}>
      {placements.length > 0 ? (
        <SavedChoices
          label={t('fields.places')}
          labelHidden
          hint={t('hints.places')}
          value={here}
          options={placements.map(({ id, name }) => ({ value: id, label: name }))}
          onSave={put}
        />
      ) : (
        <p className={classes.quiet}>
          {t('place.none')}{' '}
          <Link to="/offers" search={{ tab: 'placements' }}>
            {t('place.toPlaces')}
          </Link>
        </p>
      )}
    </Section>
  );
}
