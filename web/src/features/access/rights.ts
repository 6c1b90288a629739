// What a user may do: roles, and for a store or a partner the one place that it may see.
import { roles as allRoles, type Role } from '~/platform/session';
import { placeFields, placeRoleOf } from './places';
import type { User } from './users';

export interface Rights {
  roles: Role[];
  location: string | null;
  partner: string | null;
}

export const rightsOf = (user: User): Rights => ({
  roles: user.roles,
  location: user.location ?? null,
  partner: user.partner ?? null,
});

export function placeIn(rights: Rights): string | null {
  const role = placeRoleOf(rights.roles);
  return role ? rights[placeFields[role]] : null;
}

export const isComplete = (rights: Rights) =>
  rights.roles.length > 0 && (!placeRoleOf(rights.roles) || placeIn(rights) !== null);

// A store or a partner has no other role: whichever was chosen last goes.
export function withRoles({ roles: before }: Rights, chosen: readonly Role[]): Rights {
  const added = chosen.find((role) => !before.includes(role));
  const alone = added && placeRoleOf([added]);
  const roles = alone ? [alone] : chosen.filter((role) => !placeRoleOf([role]) || !added);
  return { roles: allRoles.filter((role) => roles.includes(role)), location: null, partner: null };
}

export function withPlace(rights: Rights, place: string): Rights {
  const role = placeRoleOf(rights.roles);
  return role ? { ...rights, [placeFields[role]]: place || null } : rights;
}
