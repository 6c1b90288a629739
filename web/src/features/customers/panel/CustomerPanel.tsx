// One customer beside the list: who it is, what it is worth, what may be done with it, and all it did.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { mayDo, reading, serving, useMe } from '~/platform/session';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useCustomer, useSegments } from '../api';
import { useCustomersSearch } from '../search';
import type { View } from '../wire';
import { Companies } from './Companies';
import { Consent } from './Consent';
import { CustomerMenu } from './CustomerMenu';
import { Identities } from './Identities';
import { Operations } from './Operations';
import classes from '../customers.module.css';
import { Timeline } from './Timeline';
import { Worth } from './Worth';

export interface CustomerPanelProps {
  id: string;
  // Of the list beside it, for the next and the previous one.
  ids: readonly string[];
  onOpen: (id: string) => void;
}

export function CustomerPanel({ id, ids, onOpen }: CustomerPanelProps) {
  const { t } = useTranslation('customers');
  const query = useCustomer(id);
  const customer = query.data;
  const { show } = useCustomersSearch();
  const me = useMe();
  const serves = mayDo(me, serving);
  const close = () => {
    show({ open: undefined });
  };
  return (
    <SidePanel
      title={customer ? titleOf(customer) : t('open')}
      sub={customer && <Segments customer={customer} />}
      actions={customer && serves && <CustomerMenu customer={customer} onForgotten={close} />}
      onClose={close}
      {...neighbours(ids, id, onOpen)}
    >
      <Loaded query={query} lines={10}>
        {(view) => <Body customer={view} serves={serves} />}
      </Loaded>
    </SidePanel>
  );
}

function Body({ customer, serves }: { customer: View; serves: boolean }) {
  const { id, profile } = customer;
  return (
    <div className={classes.body}>
      <Worth customer={customer} />
      {profile && <Identities customer={customer} profile={profile} may={serves} />}
      <Consent lines={customer.consent} />
      {profile && <Companies profile={profile} />}
      <Decided id={id} />
      <Timeline id={id} />
      {serves && <Operations id={id} />}
    </div>
  );
}

// The way to what was offered, for who may see why.
function Decided({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  if (!mayDo(useMe(), reading)) return null;
  return (
    <Section title={t('decided.title')}>
      <Link className={classes.quiet} to="/offers" search={{ tab: 'log', customer: id }}>
        {t('decided.show')}
      </Link>
    </Section>
  );
}

export const titleOf = ({ id, profile }: View): string =>
  profile?.name || profile?.identities[0]?.value || id;

function Segments({ customer }: { customer: View }) {
  const { data } = useSegments();
  const names = customer.segments.map(
    (id) => data?.items.find((segment) => segment.id === id)?.name ?? '…',
  );
  return names.map((name) => (
    <Tag key={name} tone="accent">
      {name}
    </Tag>
  ));
}
