// Whom the order is for: found among the customers, or typed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import fields from '~/platform/fields.module.css';
import { mayDo, serving, useMe } from '~/platform/session';
import picker from '~/platform/VariantPicker.module.css';
import { TextArea, TextField } from '~/ui/form/TextField';
import { useSettled } from '~/ui/form/useSettled';
import { findBuyers } from './api';

// With the number of the customer, as long as nobody typed another address.
export type Buyer = Schemas['orders.BuyerDraft'] & { customer?: string | undefined };
type Found = Schemas['customers.Found'];

const valueOf = ({ identities }: Pick<Found, 'identities'>, kind: string) => identities.find((one) => one.kind === kind)?.value;

// An address says who it is; only where there is none, something else that is known does.
export function buyerOf(found: Pick<Found, 'name' | 'identities'>): Buyer {
  const [email, phone] = [valueOf(found, 'email'), valueOf(found, 'phone')];
  const [known] = found.identities;
  return {
    ...(found.name ? { name: found.name } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(!email && !phone && known ? { identities: [{ kind: known.kind, value: known.value }] } : {}),
  };
}

interface BuyerFieldsProps {
  buyer: Buyer;
  errors: Readonly<Record<string, string>>;
  sent: boolean;
  onBuyer: (buyer: Buyer) => void;
}

const texts = ['name', 'email', 'phone'] as const;

export function BuyerFields({ buyer, errors, sent, onBuyer }: BuyerFieldsProps) {
  const { t } = useTranslation('orders');
  const set = (name: 'address' | (typeof texts)[number]) => (event: { target: { value: string } }) => {
    const { customer, ...typed } = { ...buyer, [name]: event.target.value };
    onBuyer(name === 'email' || name === 'phone' ? typed : { ...typed, customer });
  };
  return (
    <div className={fields.fields}>
      {mayDo(useMe(), serving) && (
        <Finder
          onPick={(found) => {
            onBuyer({ ...buyerOf(found), customer: found.id });
          }}
        />
      )}
      {texts.map((name) => (
        <TextField
          key={name}
          label={t(`place.${name}`)}
          optional
          type={name === 'email' ? 'email' : 'text'}
          autoComplete="off"
          value={buyer[name] ?? ''}
          error={errors[`buyer.${name}`]}
          onChange={set(name)}
        />
      ))}
      {sent && (
        <TextArea
          label={t('place.address')}
          optional
          rows={3}
          value={buyer.address ?? ''}
          error={errors['buyer.address']}
          onChange={set('address')}
        />
      )}
    </div>
  );
}

function Finder({ onPick }: { onPick: (found: Found) => void }) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  const { data } = queries.useQuery('get', '/api/v1/customers/search', ...findBuyers(settled, text !== ''));
  const shown = text === '' ? [] : (data?.items ?? []);
  const pick = (found: Found) => {
    setText('');
    onPick(found);
  };
  return (
    <div className={picker.picker}>
      <TextField
        label={t('place.find')}
        hint={t('place.findHint')}
        optional
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text === '') return;
          event.preventDefault();
          if (settled === text.trim() && shown[0]) pick(shown[0]);
        }}
      />
      {shown.length > 0 && (
        <ul className={picker.found} aria-label={t('place.found')}>
          {shown.map((found) => (
            <li key={found.id}>
              <button
                type="button"
                onClick={() => {
                  pick(found);
                }}
              >
                <strong dir="auto">{found.name || found.identities[0]?.value}</strong>
                <small>{found.identities.map(({ value }) => value).join(' · ')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
