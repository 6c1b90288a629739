// Who writes down what comes and goes.
import { managing, type Role } from '~/platform/session';

export const moving: readonly Role[] = [...managing, 'store'];
