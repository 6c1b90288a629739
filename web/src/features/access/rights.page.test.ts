import { describe, expect, it } from 'vitest';
import { isComplete, placeIn, withPlace, withRoles, type Rights } from './rights';

const rights = (...roles: Rights['roles']): Rights => ({ roles, location: null, partner: null });

describe('roles', () => {
  it('go together, in their own order', () => {
    expect(withRoles(rights('agent'), ['agent', 'admin']).roles).toEqual(['admin', 'agent']);
  });

  it.each(['store', 'partner'] as const)('leave %s alone', (role) => {
    expect(withRoles(rights('manager', 'agent'), ['manager', 'agent', role]).roles).toEqual([role]);
    expect(withRoles(rights(role), [role, 'manager']).roles).toEqual(['manager']);
  });

  it('can all be taken away, which is not complete', () => {
    expect(withRoles(rights('store'), []).roles).toEqual([]);
    expect(isComplete(rights())).toBe(false);
  });
});

describe('the place of a store or a partner', () => {
  it('is needed, and is forgotten with the role', () => {
    expect(isComplete(rights('store'))).toBe(false);
    const sam = withPlace(rights('store'), 'loc_0000000000001');
    expect(sam).toEqual({ roles: ['store'], location: 'loc_0000000000001', partner: null });
    expect(isComplete(sam)).toBe(true);
    expect(placeIn(withRoles(sam, ['store', 'partner']))).toBeNull();
  });
});
