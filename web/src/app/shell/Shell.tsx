// The frame of every page: sidebar or bottom bar, the connection bar, the palette, and the keys.
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { waiting } from '~/api/transport';
import { allActions, register } from '~/platform/actions';
import { listenToKeys } from '~/platform/keys';
import { allTopics, connection, listen } from '~/platform/live';
import { useMe } from '~/platform/session';
import { settingsMenu } from '~/platform/settings';
import { useStore } from '~/platform/store';
import { ConnectionBar } from '~/ui/feedback/ConnectionBar';
import { settingsItems } from '../areas';
import { Palette } from '../palette/Palette';
import { features } from '../features';
import { sessionLost, useSessionGuard } from '../entry/sessionGuard';
import { lookForNewVersion } from '../version';
import { actionsOf, useOwnActions } from './actions';
import { BottomBar } from './BottomBar';
import { NewVersion } from './NewVersion';
import classes from './Shell.module.css';
import { Sidebar } from './Sidebar';

const KeyList = lazy(() => import('./KeyList'));
const SignInAgain = lazy(() => import('../entry/SignInAgain'));

const topics = allTopics(features.map(({ live }) => live ?? {}));
settingsMenu.set(settingsItems);

export function Shell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  // The browser tells that a dialog was closed a moment later: by then another may be open.
  const closing = (what: 'palette' | 'keys') => () => {
    setOpen((now) => (now === what ? null : now));
  };
  const resume = useStore(sessionLost);
  useSessionGuard();
  useOwnActions(setOpen);
  useFeatureActions();
  useLiveLine();
  useEffect(() => listenToKeys(allActions), []);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <Sidebar />
      <div className={classes.page}>
        <Line />
        <NewVersion />
        <Suspense>
          <Outlet />
        </Suspense>
      </div>
      <BottomBar />
      {/* Not lazy: who types at once after the key must lose nothing. */}
      {open === 'palette' && <Palette onClose={closing('palette')} />}
      <Suspense>{open === 'keys' && <KeyList onClose={closing('keys')} />}</Suspense>
      <Suspense>{resume && <SignInAgain resume={resume} />}</Suspense>
    </div>
  );
}

function Line() {
  const state = useStore(connection);
  const edits = useSyncExternalStore(waiting.watch, waiting.count);
  return <ConnectionBar state={edits > 0 ? 'lost' : state} waiting={edits} />;
}

function useFeatureActions() {
  const router = useRouter();
  const me = useMe();
  useEffect(
    () => register(actionsOf(me, (href) => void router.navigate({ href }))),
    [router, me],
  );
}

function useLiveLine() {
  const cache = useQueryClient();
  useEffect(() => listen(cache, topics, () => void lookForNewVersion()), [cache]);
}
