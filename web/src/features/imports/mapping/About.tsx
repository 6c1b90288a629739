// What the file is, which mapping is on it, and how days and amounts are written in it.
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { zones, currencies } from '~/platform/world';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { useFormats, useLocale } from '~/ui/text/locale';
import classes from '../imports.module.css';
import { fileSize } from '../sizes';
import type { Detected, Mapping } from '../wire';
import { dates, decimals, options } from '../words';
import type { Origin } from './origins';
import type { Draft } from './useDraft';

export interface AboutProps {
  file: Detected;
  // How many other files go with it.
  more: number;
  origins: readonly Origin[];
  origin: string;
  draft: Draft;
  onOrigin: (id: string) => void;
}

export function About({ file, more, origins, origin, draft, onOrigin }: AboutProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { form, columns } = file.detection;
  const facts = [
    t(`formats.${form.format ?? 'csv'}`),
    fileSize(file.size, formats),
    t('file.columns', { count: columns.length, number: formats.number(columns.length) }),
    ...(form.format === 'csv' && form.encoding ? [t(`encodings.${form.encoding}`)] : []),
  ];
  const current = origins.find(({ id }) => id === origin);
  return (
    <Card
      title={t('mapping.title')}
      note={facts.join(' · ')}
      actions={
        draft.changed && (
          <Button look="quiet" icon={<IconArrowBackUp aria-hidden />} onClick={draft.reset}>
            {t('mapping.reset')}
          </Button>
        )
      }
    >
      <div className={classes.fields}>
        {more > 0 && <Notice>{t('file.more', { count: more })}</Notice>}
        <Select
          label={t('mapping.from')}
          value={origin}
          options={origins.map(({ id, title, fits }) => ({
            value: id,
            label: id === '' ? t('mapping.looks') : fits ? t('mapping.fits', { title }) : title,
          }))}
          onChange={onOrigin}
        />
        {current && !current.fits && origin.startsWith('preset:') && (
          <Notice tone="warn">{t('mapping.unfit')}</Notice>
        )}
        <Writing mapping={draft.mapping} onMapping={draft.set} />
      </div>
    </Card>
  );
}

interface WritingProps {
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

function Writing({ mapping, onMapping }: WritingProps) {
  const { t } = useTranslation('imports');
  const { language } = useLocale();
  const set = (change: Partial<Mapping>) => {
    onMapping({ ...mapping, ...change });
  };
  return (
    <div className={classes.four}>
      <Select
        label={t('writing.dates')}
        value={mapping.dates ?? 'iso'}
        options={options(dates, (id) => t(`dates.${id}`))}
        onChange={(value) => {
          set({ dates: value as NonNullable<Mapping['dates']> });
        }}
      />
      <Select
        label={t('writing.decimals')}
        value={mapping.decimals ?? 'point'}
        options={options(decimals, (id) => t(`decimals.${id}`))}
        onChange={(value) => {
          set({ decimals: value as NonNullable<Mapping['decimals']> });
        }}
      />
      <Select
        label={t('writing.currency')}
        value={mapping.currency ?? ''}
        empty={t('writing.ofCompany')}
        options={currencies(language)}
        onChange={(value) => {
          set({ currency: value || null });
        }}
      />
      <Select
        label={t('writing.zone')}
        value={mapping.zone ?? ''}
        empty={t('writing.ofCompany')}
        options={zones()}
        onChange={(value) => {
          set({ zone: value || null });
        }}
      />
    </div>
  );
}
