// What is missing to go live; each line leads to the field that mends it.
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Meter } from '~/ui/chart/Bars';
import { Section } from '~/ui/layout/Section';
import type { View } from '../wire';
import { needs } from '../words';
import { goToField } from './goToField';
import classes from './panel.module.css';

export function Missing({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const { missing, state } = channel;
  const done = needs.length - missing.length;
  const meter = t('missing.meter', { done, of: needs.length });
  if (missing.length === 0 && state !== 'draft') return null;
  return (
    <Section
      title={t('missing.title')}
      note={<Meter done={done} of={needs.length} label={meter} />}
    >
      {missing.length === 0 && (
        <p className={classes.ready}>
          <IconCircleCheck aria-hidden />
          {t('missing.ready')}
        </p>
      )}
      <div className={classes.missing}>
        {missing.map((need) => (
          <button
            key={need}
            type="button"
            onClick={() => {
              goToField(need);
            }}
          >
            <IconCircleDashed aria-hidden />
            {t(`needsText.${need}`)}
          </button>
        ))}
      </div>
    </Section>
  );
}
