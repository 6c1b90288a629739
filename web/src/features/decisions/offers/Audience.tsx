// For whom an offer is meant: segments and phases by name, with how many customers that are now.
import { useTranslation } from 'react-i18next';
import { SavedChoices } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { phases } from '../acts';
import { useSegments, useSize } from '../api';
import { useSaveOffer } from '../changes';
import classes from '../decisions.module.css';
import type { Offer, Phase } from '../wire';

export function Audience({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveOffer();
  const segments = useSegments().data?.items ?? [];
  const shown = segments.filter(({ id, archived }) => !archived || offer.segments.includes(id));
  const nameOf = (id: string) => segments.find((one) => one.id === id)?.name ?? '…';
  const inOrder = (values: readonly string[]) => phases.filter((phase) => values.includes(phase));
  return (
    <Section title={t('sections.audience')}>
      {shown.length > 0 && (
        <SavedChoices
          label={t('fields.segments')}
          hint={t('hints.segments')}
          value={offer.segments}
          options={shown.map(({ id, name }) => ({ value: id, label: name }))}
          onSave={(to, from) =>
            save(
              offer.id,
              {
                label: t('fields.segments'),
                of: (now) => now.segments as readonly string[],
                put: (value) => ({ segments: [...value] }),
                told: (value) => formats.list(value.map(nameOf)),
              },
              to,
              from,
            )
          }
        />
      )}
      <Size offer={offer} />
      <SavedChoices
        label={t('fields.phases')}
        hint={t('hints.phases')}
        value={offer.phases}
        options={phases.map((phase) => ({ value: phase, label: t(`phases.${phase}`) }))}
        onSave={(to, from) =>
          save(
            offer.id,
            {
              label: t('fields.phases'),
              of: (now) => now.phases as readonly Phase[],
              put: (value) => ({ phases: [...value] }),
              told: (value) => formats.list(value.map((phase) => t(`phases.${phase}`))),
            },
            inOrder(to),
            inOrder(from),
          )
        }
      />
    </Section>
  );
}

function Size({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const segments = useSegments().data?.items ?? [];
  const { data: size, error } = useSize(segments.filter(({ id }) => offer.segments.includes(id)));
  const words = () => {
    if (offer.segments.length === 0) return t('audience.everybody');
    if (error) return t('audience.unknown');
    if (!size) return t('audience.counting');
    const [members, all] = [formats.number(size.members), formats.number(size.customers)];
    return t('audience.size', { count: size.members, members, all });
  };
  return (
    <p className={classes.size} aria-live="polite">
      {words()}
    </p>
  );
}
