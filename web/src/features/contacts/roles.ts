// Who talks with customers.
import { type Role, serving } from '~/platform/session';

export const handling: readonly Role[] = [...serving, 'store'];
