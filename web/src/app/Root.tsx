// What stands round every page: who is asking, the zone and currency of the company, and the shell.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queries } from '~/api';
import { asked } from '~/platform/clash';
import { whoQuery } from '~/platform/session';
import { useStore } from '~/platform/store';
import { ErrorState } from '~/ui/feedback/State';
import { UiProvider } from '~/ui/UiProvider';
import { SignIn } from './entry/SignIn';
import { nonce } from './nonce';
import classes from './Root.module.css';
import { Shell } from './shell/Shell';

const ClashDialog = lazy(() => import('~/platform/ClashDialog'));

export function Root() {
  const bare = useMatches().some((match) => match.staticData.bare);
  const { data: me } = useQuery({ ...whoQuery, enabled: !bare });
  const { data: company } = queries.useQuery('get', '/api/v1/company', {}, { enabled: !!me });
  const clash = useStore(asked).length > 0;
  return (
    <UiProvider
      nonce={nonce}
      {...(company ? { timeZone: company.zone, currency: company.currency } : {})}
    >
      <Suspense>{bare ? <Outlet /> : <Gate />}</Suspense>
      <Suspense>{clash && <ClashDialog />}</Suspense>
    </UiProvider>
  );
}

function Gate() {
  const { data: me, error, refetch } = useQuery(whoQuery);
  if (error) {
    return (
      <main className={classes.alone}>
        <ErrorState text={error.message} offline={error.offline} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (me === undefined) return <div className={classes.waiting} />;
  return me === null ? <SignIn /> : <Shell />;
}
