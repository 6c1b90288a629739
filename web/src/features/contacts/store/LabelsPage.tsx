// Labels for the shelves of a store, or for its door: chosen, looked at and printed, or kept as a PDF by the browser.
import { useQuery } from '@tanstack/react-query';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { useMe } from '~/platform/session';
import { VariantPicker } from '~/platform/VariantPicker';
import { Button, IconButton } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useSettled } from '~/ui/form/useSettled';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { useStores } from '../api';
import type { Label } from '../wire';
import classes from './store.module.css';

const margin = 4; // squares of white around a code, without which it does not read

export default function LabelsPage() {
  const { t } = useTranslation('contacts');
  const me = useMe();
  const stores = useStores();
  const [address, setAddress] = useState(window.location.origin);
  const [chosen, setChosen] = useState('');
  const [shelf, setShelf] = useState('');
  const [skus, setSkus] = useState<readonly string[]>([]);
  const own = stores.find(({ id }) => id === me.location)?.code ?? stores[0]?.code ?? '';
  const store = chosen || own;
  const sheet = useSettled(JSON.stringify({ address, store, shelf: shelf.trim(), skus }));
  const query = useLabels(sheet);
  return (
    <Page
      title={t('store.labels.title')}
      crumbs={[{ label: t('store.title'), to: '/store' }]}
      actions={
        <Button
          look="primary"
          icon={<IconPrinter aria-hidden />}
          disabled={!query.data}
          onClick={() => {
            window.print();
          }}
        >
          {t('store.labels.print')}
        </Button>
      }
    >
      <div className={classes.setup}>
        <Card>
          <div className={classes.setup}>
            <Select
              label={t('store.labels.store')}
              value={store}
              options={stores.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setChosen}
            />
            <TextField
              label={t('store.labels.shelf')}
              hint={t('store.labels.shelfHint')}
              value={shelf}
              maxLength={64}
              onChange={({ target }) => {
                setShelf(target.value);
              }}
            />
            <VariantPicker
              key={skus.length}
              label={t('store.labels.find')}
              autoFocus={skus.length > 0}
              onPick={({ sku }) => {
                if (!skus.includes(sku)) setSkus([...skus, sku]);
              }}
            />
            <Chosen skus={skus} onChange={setSkus} />
            <TextField
              label={t('store.labels.address')}
              hint={t('store.labels.addressHint')}
              type="url"
              value={address}
              onChange={({ target }) => {
                setAddress(target.value);
              }}
            />
          </div>
        </Card>
      </div>
      {store && (
        <Loaded query={query} lines={4}>
          {({ items }) => (
            <div className={classes.sheet}>
              {items.map((label) => (
                <OneLabel key={label.link} label={label} shelf={shelf.trim()} />
              ))}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}

interface Sheet {
  address: string;
  store: string;
  shelf: string;
  skus: string[];
}

function useLabels(asked: string) {
  const { shelf, ...sheet } = JSON.parse(asked) as Sheet;
  return useQuery({
    queryKey: ['labels', asked],
    queryFn: () =>
      data(api.POST('/api/v1/contacts/labels', { body: { ...sheet, ...(shelf ? { shelf } : {}) } })),
    enabled: sheet.store !== '',
    retry: false,
  });
}

interface ChosenProps {
  skus: readonly string[];
  onChange: (skus: readonly string[]) => void;
}

function Chosen({ skus, onChange }: ChosenProps) {
  const { t } = useTranslation('contacts');
  if (skus.length === 0) return null;
  return (
    <ul className={classes.chosen} aria-label={t('store.labels.chosen')}>
      {skus.map((sku) => (
        <li key={sku}>
          {sku}
          <IconButton
            label={t('store.labels.without', { sku })}
            onClick={() => {
              onChange(skus.filter((one) => one !== sku));
            }}
          >
            <IconX aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function OneLabel({ label, shelf }: { label: Label; shelf: string }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const { squares, path, title, option_values: values, price, sku, gtin } = label;
  const size = squares + 2 * margin;
  return (
    <article className={classes.label}>
      <svg viewBox={`${-margin} ${-margin} ${size} ${size}`} role="img" aria-label={t('store.labels.code', { title })}>
        <rect x={-margin} y={-margin} width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <div>
        <strong dir="auto">{title}</strong>
        {values.length > 0 && <span dir="auto">{values.join(' · ')}</span>}
        {price && <b>{formats.money(price.amount, price.currency)}</b>}
        <small>{[gtin ?? sku, shelf && t('store.shelf', { shelf })].filter(Boolean).join(' · ')}</small>
        <small>{t('store.labels.scan')}</small>
      </div>
    </article>
  );
}
