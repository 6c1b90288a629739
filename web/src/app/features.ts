// The only file that knows all features.
import { access } from '~/features/access';
import { company } from '~/features/company';
import type { Feature } from '~/platform/feature';

// In the order of the menus.
export const features: readonly Feature[] = [access, company];
