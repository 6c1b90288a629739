// Every screen there is, for the tests that visit them all.
export const screens = [
  { name: 'worksheet', path: '/channels', shows: '[role=grid]', phone: 'li' },
  { name: 'phases', path: '/channels?mode=board', shows: 'main table' },
  { name: 'matrix', path: '/channels?mode=matrix', shows: 'table' },
  { name: 'new channel', path: '/channels?dialog=new', shows: 'form' },
  { name: 'templates', path: '/channels?dialog=templates', shows: '[role=dialog]' },
  { name: 'import', path: '/channels?dialog=import', shows: '[role=dialog]' },
  { name: 'print', path: '/channels/print', shows: 'h1' },
  { name: 'profile', path: '/settings/profile', shows: 'h1' },
  { name: 'users', path: '/settings/users', shows: 'table' },
  { name: 'invite', path: '/settings/users?invite=true', shows: 'form' },
  { name: 'keys', path: '/settings/keys', shows: 'h1' },
  { name: 'company', path: '/settings/company', shows: 'select' },
  { name: 'trail', path: '/settings/trail', shows: 'table' },
  { name: 'unknown', path: '/there-is-no-such-page', shows: 'main h2' },
];

// Those for who is not in yet.
export const entries = [
  { name: 'sign-in', path: '/', shows: 'form' },
  { name: 'password', path: '/password#token', shows: 'form' },
  // Shows what loading looks like, and so never stops.
  { name: 'design', path: '/design', shows: 'h1', loading: true },
];
