// Counting with a telephone: scan or type a code, see what is believed to lie here, enter what was counted, next.
// Everything within reach of one thumb.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { VariantPicker } from '~/platform/VariantPicker';
import type { Variant } from '~/platform/variants';
import { EmptyState } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { useFormats } from '~/ui/text/locale';
import { useLocations } from '../api';
import { readCountSearch } from '../search';
import type { Location } from '../wire';
import { locationOptions } from '../words';
import { CountForm } from './CountForm';
import classes from './count.module.css';

// What this person counted since the page was opened.
export interface Counted {
  key: number;
  sku: string;
  was: number;
  is: number;
}

export default function CountPage() {
  const { t } = useTranslation('stock');
  const locations = useLocations();
  return (
    <Page title={t('count.title')} width="text">
      <Loaded query={locations}>
        {({ items }) => {
          const open = items.filter(({ active }) => active);
          if (open.length > 0) return <Counting locations={open} />;
          return <EmptyState title={t('noLocation')} text={t('noLocationText')} />;
        }}
      </Loaded>
    </Page>
  );
}

function Counting({ locations }: { locations: readonly Location[] }) {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const search = readCountSearch(useSearch({ strict: false }));
  const [variant, setVariant] = useState<Variant>();
  const [done, setDone] = useState<readonly Counted[]>([]);
  const location = locations.find(({ id }) => id === search.location) ?? locations[0];
  if (!location) return null;
  return (
    <div className={classes.page}>
      {locations.length > 1 && !variant && (
        <Select
          label={t('fields.location')}
          value={location.id}
          options={locationOptions(locations)}
          onChange={(chosen) => {
            void navigate({ to: '/count', search: { location: chosen }, replace: true });
          }}
        />
      )}
      {variant ? (
        <CountForm
          key={variant.id}
          variant={variant}
          location={location}
          onDone={(counted) => {
            if (counted) setDone((before) => [{ ...counted, key: before.length }, ...before]);
            setVariant(undefined);
          }}
        />
      ) : (
        <>
          <VariantPicker key={done.length} label={t('count.code')} autoFocus onPick={setVariant} />
          <Done done={done} />
        </>
      )}
    </div>
  );
}

function Done({ done }: { done: readonly Counted[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  if (done.length === 0) return null;
  return (
    <section aria-label={t('count.done')}>
      <h2 className={classes.heading}>{t('count.done')}</h2>
      <ol className={classes.done}>
        {done.map(({ key, sku, was, is }) => (
          <li key={key}>
            <span dir="auto">{sku}</span>
            <span>{was === is ? t('count.right') : `${formats.number(was)} → ${formats.number(is)}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
