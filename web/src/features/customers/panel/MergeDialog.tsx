// Makes one customer of two: find the other one, and say that it is the same person.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { useSettled } from '~/ui/form/useSettled';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { merge } from '../api';
import classes from '../customers.module.css';
import { useWhoIsWho } from '../useWhoIsWho';
import type { Found, View } from '../wire';
import { titleOf } from './CustomerPanel';

const fewest = 2;

export function MergeDialog({ customer, onClose }: { customer: View; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const change = useWhoIsWho();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const found = queries.useQuery(
    'get',
    '/api/v1/customers/search',
    { params: { query: { search, limit: 8 } } },
    { enabled: search.length >= fewest },
  );
  return (
    <Dialog open title={t('merge.title', { name: titleOf(customer) })} onClose={onClose}>
      <p>{t('merge.text')}</p>
      <TextField
        label={t('merge.find')}
        value={text}
        data-autofocus
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {search.length >= fewest && (
        <Loaded query={found} lines={2}>
          {({ items }) => (
            <Others
              others={items.filter(({ id }) => id !== customer.id)}
              onSame={({ id, name }) => {
                onClose();
                void change(
                  () => merge(customer.id, id, ''),
                  t('merge.done', { one: titleOf(customer), other: name || id }),
                );
              }}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}

interface OthersProps {
  others: readonly Found[];
  onSame: (other: Found) => void;
}

function Others({ others, onSame }: OthersProps) {
  const { t } = useTranslation('customers');
  if (others.length === 0) return <p className={classes.quiet}>{t('nothing')}</p>;
  return (
    <ul className={classes.lines}>
      {others.map((other) => (
        <li key={other.id}>
          <span className={classes.grow} dir="auto">
            {other.name || other.id}
            <small className={classes.quiet}>
              {` ${other.identities.map(({ value }) => value).join(', ')}`}
            </small>
          </span>
          <Button
            onClick={() => {
              onSame(other);
            }}
          >
            {t('merge.same')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
