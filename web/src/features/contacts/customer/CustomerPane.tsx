// The customer beside the conversation: who it is and how sure that is, what they are worth, what may be done, what
// they have ordered and put in their basket, and all they did, over every channel.
import { IconArrowLeft, IconExternalLink, IconReceiptEuro, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { mayDo, serving, useMe } from '~/platform/session';
import { IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { useCustomer, useSegments, useTimeline } from '../api';
import desk from '../desk/desk.module.css';
import type { Contact, Customer } from '../wire';
import { Basket, useBasket } from './Basket';
import classes from './customer.module.css';
import { Consent, Moments, Orders } from './Known';
import { NextStep } from './NextStep';
import { sureness } from './sure';
import { StockNear } from './StockNear';

interface CustomerPaneProps {
  contact: Contact | undefined;
  onBack: (() => void) | undefined;
}

export function CustomerPane({ contact, onBack }: CustomerPaneProps) {
  const { t } = useTranslation('contacts');
  const serves = mayDo(useMe(), serving);
  const customer = contact?.customer;
  return (
    <aside className={desk.customer} aria-label={t('customer')}>
      {onBack && (
        <header className={desk.head}>
          <IconButton label={t('back')} onClick={onBack}>
            <IconArrowLeft aria-hidden />
          </IconButton>
          <div className={desk.heading}>
            <h2>{t('customer')}</h2>
          </div>
        </header>
      )}
      {contact && customer && serves ? (
        <Known contact={contact} id={customer} />
      ) : (
        <>
          {contact && <Caller contact={contact} />}
          {contact && !serves && <Basket contact={contact.id} />}
          {contact && !serves && <StockNear products={[]} />}
          {(serves || !contact) && <EmptyState
            icon={<IconUserQuestion />}
            title={t(contact ? 'unknown' : 'noCustomer')}
            text={contact ? t('unknownText') : undefined}
          />}
        </>
      )}
    </aside>
  );
}

function Caller({ contact: { caller } }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const facts = [caller.name, caller.email, caller.phone].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <Section title={t('callsThemselves')}>
      <div className={classes.facts} dir="auto">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </div>
    </Section>
  );
}

function Known({ contact, id }: { contact: Contact; id: string }) {
  const query = useCustomer(id);
  return (
    <Loaded query={query} lines={10}>
      {(customer) => <Whole contact={contact} customer={customer} />}
    </Loaded>
  );
}

function Whole({ contact, customer }: { contact: Contact; customer: Customer }) {
  const { t } = useTranslation('contacts');
  const basket = useBasket(contact.id);
  return (
    <>
      <Who contact={contact} customer={customer} />
      <NextStep contact={contact} />
      <Worth customer={customer} />
      <Orders customer={customer.id} />
      <Basket contact={contact.id} />
      <StockNear products={basket.map(({ product }) => product)} />
      <Consent lines={customer.consent} />
      {contact.visitor && contact.visitor !== customer.id && <Timeline title={t('inBrowser')} id={contact.visitor} />}
      <Timeline title={t('timeline')} id={customer.id} />
    </>
  );
}

function Timeline({ title, id }: { title: string; id: string }) {
  const timeline = useTimeline(id);
  const moments = timeline.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Loaded query={timeline} lines={4}>
      {() => (
        <Moments
          title={title}
          moments={moments}
          hasMore={timeline.hasNextPage}
          busy={timeline.isFetchingNextPage}
          onMore={() => void timeline.fetchNextPage()}
        />
      )}
    </Loaded>
  );
}

function Who({ contact, customer }: { contact: Contact; customer: Customer }) {
  const { t } = useTranslation('contacts');
  const { caller } = contact;
  const { profile } = customer;
  const sure = sureness(contact, profile?.identities ?? []);
  const identities = profile?.identities.filter(({ kind }) => kind === 'email' || kind === 'phone') ?? [];
  return (
    <Section
      title={profile?.name || caller.name || t('nobody')}
      action={
        <span className={classes.links}>
          <Link to="/customers" search={{ open: customer.id }} aria-label={t('toCustomer')} title={t('toCustomer')}>
            <IconExternalLink aria-hidden />
          </Link>
          <Link
            to="/orders/new"
            search={{ customer: customer.id }}
            aria-label={t('newOrder')}
            title={t('newOrder')}
          >
            <IconReceiptEuro aria-hidden />
          </Link>
        </span>
      }
    >
      <div className={classes.tags}>
        <Tag tone={sure === 'sure' ? 'good' : sure === 'likely' ? 'accent' : 'warn'} dot>
          {t(`sure.${sure}`)}
        </Tag>
        <Segments customer={customer} />
      </div>
      <p className={classes.quiet}>{t(`sureText.${sure}`)}</p>
      <div className={classes.facts} dir="auto">
        {identities.map(({ id, value }) => (
          <span key={id}>{value}</span>
        ))}
      </div>
    </Section>
  );
}

function Segments({ customer }: { customer: Customer }) {
  const { data } = useSegments();
  return customer.segments.map((id) => (
    <Tag key={id} tone="accent">
      {data?.items.find((segment) => segment.id === id)?.name ?? '…'}
    </Tag>
  ));
}

function Worth({ customer: { value, currency } }: { customer: Customer }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  if (!value) return null;
  const figures = [
    { label: t('worth.revenue'), shown: formats.money(value.net_revenue, currency, true) },
    ...(value.margin == null ? [] : [{ label: t('worth.margin'), shown: formats.money(value.margin, currency, true) }]),
    { label: t('worth.orders'), shown: formats.number(value.orders) },
    { label: t('worth.since'), shown: formats.dateShort(formats.dayOf(value.first_seen)) },
  ];
  return (
    <Section title={t('worth.title')}>
      <dl className={classes.figures}>
        {figures.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
