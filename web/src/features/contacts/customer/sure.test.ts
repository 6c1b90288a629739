import { expect, test } from 'vitest';
import { sureness } from './sure';

const known = [
  { id: 'e', kind: 'email', verified: true },
  { id: 'p', kind: 'phone', verified: false },
  { id: 'd', kind: 'device', verified: false },
  { id: 'u', kind: 'user', verified: true },
] as const;

test('what somebody types proves nothing, what an exchange or a code tells does more', () => {
  expect(sureness({ identity: 'e', kind: 'chat' }, known)).toBe('said');
  expect(sureness({ identity: 'p', kind: 'call_back' }, known)).toBe('said');
  expect(sureness({ identity: 'p', kind: 'telephone' }, known)).toBe('likely');
  expect(sureness({ identity: 'd', kind: 'call' }, known)).toBe('likely');
  expect(sureness({ identity: 'u', kind: 'chat' }, known)).toBe('sure');
  expect(sureness({ identity: null, kind: 'chat' }, known)).toBe('said');
});
