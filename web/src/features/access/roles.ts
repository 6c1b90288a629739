// The roles that can be given here. Store and partner come with the screens of stores and partners,
// because each needs the one store or partner that it may see.
import type { Role } from '~/platform/session';

export const offeredRoles: readonly Role[] = ['admin', 'manager', 'analyst', 'agent'];
