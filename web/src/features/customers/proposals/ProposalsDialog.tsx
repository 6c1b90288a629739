// Verified identities that look like one person: the same person, or two. Either can be taken back.
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { merge, part, useProposals } from '../api';
import classes from '../customers.module.css';
import { useWhoIsWho } from '../useWhoIsWho';
import type { Found, Proposal } from '../wire';

export function ProposalsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useProposals();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog open title={t('proposals.title')} width={640} onClose={onClose}>
      {error && !data && (
        <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton />}
      {data && items.length === 0 && (
        <EmptyState title={t('proposals.none')} text={t('proposals.noneText')} />
      )}
      {items.length > 0 && <p className={classes.quiet}>{t('proposals.text')}</p>}
      <ul className={classes.pairs}>
        {items.map((proposal) => (
          <li key={`${proposal.identity} ${proposal.other}`}>
            <Pair proposal={proposal} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()}>{t('timeline.more')}</Button>
      )}
    </Dialog>
  );
}

function Pair({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const change = useWhoIsWho();
  const { identity, other, customer, other_customer: second, people, since } = proposal;
  return (
    <>
      <div className={classes.pair}>
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </div>
      <p className={classes.quiet}>{t('proposals.why', { day: formats.dateTime(since) })}</p>
      <div className={classes.pairActions}>
        <Button onClick={() => void change(() => part(identity, other), t('proposals.wereParted'))}>
          {t('proposals.two')}
        </Button>
        <Button
          look="primary"
          onClick={() => void change(() => merge(customer, second, ''), t('proposals.wereJoined'))}
        >
          {t('merge.same')}
        </Button>
      </div>
    </>
  );
}

function Person({ person }: { person: Found }) {
  const { id, name, identities } = person;
  const values = identities.map(({ value }) => value);
  return (
    <div className={classes.names} dir="auto">
      <strong>{name || values[0] || id}</strong>
      <small>{values.join(', ')}</small>
    </div>
  );
}
