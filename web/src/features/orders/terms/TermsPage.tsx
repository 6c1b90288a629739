// What a sale through a channel costs, such as the commission of a partner, and how long it waits for whom. Each value
// saves itself when it is left.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { type Channel, useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { Loaded } from '~/platform/Loaded';
import { SavedNumber, SavedSelect } from '~/platform/SavedField';
import { SettingsPage } from '~/platform/settings';
import { currencies } from '~/platform/world';
import { EmptyState } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { isDecimal } from '~/ui/text/decimal';
import { useFormats, useLocale } from '~/ui/text/locale';
import { readTermsSearch } from '../search';
import { type Terms, useTerms, useTermsEdit } from './api';
import { spanOf } from './span';

// On which something is sold.
const sells = ({ state, phases }: Channel) => state !== 'ended' && phases.includes('purchase');

export default function TermsPage() {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const { list, ready } = useChannelNames();
  const { channel } = readTermsSearch(useSearch({ strict: false }));
  const selling = list.filter(sells);
  const chosen = (selling.find(({ id }) => id === channel) ?? selling[0])?.id ?? '';
  return (
    <SettingsPage title={t('terms.title')}>
      {ready && selling.length === 0 ? (
        <EmptyState title={t('place.noChannel')} text={t('terms.noChannelText')} />
      ) : (
        <>
          <Select
            label={t('fields.channel')}
            value={chosen}
            options={selling.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => void navigate({ to: '/settings/terms', search: { channel: next }, replace: true })}
          />
          {chosen && <Chosen key={chosen} channel={chosen} />}
        </>
      )}
    </SettingsPage>
  );
}

function Chosen({ channel }: { channel: string }) {
  const { t } = useTranslation('orders');
  return (
    <Loaded query={useTerms(channel)} lines={8}>
      {(terms) => (
        <>
          <Card title={t('terms.costs')} note={t('terms.costsNote')}>
            <Costs terms={terms} />
          </Card>
          <Card title={t('terms.waits')} note={t('terms.waitsNote')}>
            <div className={fields.pair}>
              {waits.map((field) => (
                <Wait key={field} terms={terms} field={field} />
              ))}
            </div>
          </Card>
        </>
      )}
    </Loaded>
  );
}

const parts = ['fee_basis_points', 'payment_basis_points'] as const;
const amounts = ['payment_fixed', 'transport_cost'] as const;
const waits = ['pay_minutes', 'accept_minutes', 'collect_minutes'] as const;

// Hundredths of a percent, as a percentage.
const percentOf = (points: number) => String(points / 100);
const pointsOf = (percent: string) => Math.round(Number(percent) * 100);

function Costs({ terms }: { terms: Terms }) {
  const { t } = useTranslation('orders');
  const { language } = useLocale();
  const save = useTermsEdit(terms, t('terms.saved'));
  return (
    <div className={fields.pair}>
      {parts.map((field) => (
        <SavedNumber
          key={field}
          label={t(`terms.fields.${field}`)}
          hint={t(`terms.hints.${field}`)}
          value={percentOf(terms[field])}
          onSave={(to, from) =>
            isDecimal(to) && pointsOf(to) <= 10_000
              ? save(field, pointsOf(to), pointsOf(from))
              : Promise.resolve(refusalOf(field, t('terms.percentWrong')))
          }
        />
      ))}
      {amounts.map((field) => (
        <SavedNumber
          key={field}
          label={t(`terms.fields.${field}`)}
          hint={t(`terms.hints.${field}`)}
          value={terms[field]}
          onSave={(to, from) => save(field, to, from)}
        />
      ))}
      <SavedSelect
        label={t('terms.fields.currency')}
        value={terms.currency}
        options={currencies(language)}
        onSave={(to) => save('currency', to, terms.currency)}
      />
    </div>
  );
}

function Wait({ terms, field }: { terms: Terms; field: (typeof waits)[number] }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const save = useTermsEdit(terms, t('terms.saved'));
  const { unit, count } = spanOf(terms[field]);
  return (
    <SavedNumber
      label={t(`terms.fields.${field}`)}
      hint={`${t(`terms.hints.${field}`)} ${t(`terms.spans.${unit}`, { count, number: formats.number(count, Number.isInteger(count) ? 0 : 1) })}`}
      value={String(terms[field])}
      onSave={(to, from) =>
        /^\d+$/.test(to) && Number(to) > 0
          ? save(field, Number(to), Number(from))
          : Promise.resolve(refusalOf(field, t('terms.minutesWrong')))
      }
    />
  );
}
