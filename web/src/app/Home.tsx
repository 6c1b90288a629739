// Addresses without a screen of their own lead on to the first that this person has.
import { Navigate } from '@tanstack/react-router';
import { mayDo, useMe } from '~/platform/session';
import { homeFor, settingsItems } from './areas';

export function Home() {
  return <Navigate to={homeFor(useMe())} replace />;
}

export function SettingsHome() {
  const me = useMe();
  const first = settingsItems.find(({ roles }) => !roles || mayDo(me, roles));
  return first ? <Navigate to={first.to} replace /> : null;
}
