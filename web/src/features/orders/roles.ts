// Who takes payments, cancels and hands over.
import { type Role, serving } from '~/platform/session';

export const handling: readonly Role[] = [...serving, 'store'];
