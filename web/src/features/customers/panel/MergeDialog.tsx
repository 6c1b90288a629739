// Makes one customer of two: find the other one, and say that it is the same person.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Button } from '~/ui/control/Button';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { merge } from '../api';
import classes from '../customers.module.css';
import { useWhoIsWho } from '../useWhoIsWho';
import type { View } from '../wire';
import { titleOf } from './CustomerPanel';

const fewest = 2;

export function MergeDialog({ customer, onClose }: { customer: View; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const change = useWhoIsWho();
  const [text, setText] = useState('');
  const { data } = queries.useQuery(
    'get',
    '/api/v1/customers/search',
    { params: { query: { search: text.trim(), limit: 8 } } },
    { enabled: text.trim().length >= fewest },
  );
  const others = data?.items.filter(({ id }) => id !== customer.id) ?? [];
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
      <ul className={classes.lines}>
        {others.map(({ id, name, identities }) => (
          <li key={id}>
            <span className={classes.grow} dir="auto">
              {name || id}
              <small className={classes.quiet}>
                {` ${identities.map(({ value }) => value).join(', ')}`}
              </small>
            </span>
            <Button
              onClick={() => {
                onClose();
                void change(
                  () => merge(customer.id, id, ''),
                  t('merge.done', { one: titleOf(customer), other: name || id }),
                );
              }}
            >
              {t('merge.same')}
            </Button>
          </li>
        ))}
      </ul>
      {data && text.trim().length >= fewest && others.length === 0 && (
        <p className={classes.quiet}>{t('nothing')}</p>
      )}
    </Dialog>
  );
}
